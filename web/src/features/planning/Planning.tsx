import { type ComponentType, type LazyExoticComponent, lazy, Suspense } from "react";
import { BoardSkeleton } from "../boards/BoardSkeleton";
import type { Plan } from "./plans";

type Content = LazyExoticComponent<ComponentType<{ plan: Plan }>>;
const DateLanes: Content = lazy(() => import("./DateLanes").then((module) => ({ default: module.DateLanes })));
const MonthCalendar: Content = lazy(() =>
  import("./month/MonthCalendar").then((module) => ({ default: module.MonthCalendar })),
);
const Timeline: Content = lazy(() => import("./timeline/Timeline").then((module) => ({ default: module.Timeline })));

const contents: Record<Plan, Content> = {
  days: DateLanes,
  weeks: DateLanes,
  months: DateLanes,
  calendar: MonthCalendar,
  timeline: Timeline,
};

/** The board by date, in place of its workflow. */
export function Planning({ plan }: { plan: Plan }) {
  const Content = contents[plan];
  return (
    <Suspense fallback={<BoardSkeleton />}>
      <Content plan={plan} />
    </Suspense>
  );
}
