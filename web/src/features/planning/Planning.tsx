import { type ComponentType, type LazyExoticComponent, Suspense } from "react";
import { late } from "../../ui/late";
import { BoardSkeleton } from "../boards/BoardSkeleton";
import type { Plan } from "./plans";

type Content = LazyExoticComponent<ComponentType<{ plan: Plan }>>;
const DateLanes: Content = late(() => import("./DateLanes").then((module) => ({ default: module.DateLanes })));
const MonthCalendar: Content = late(() =>
  import("./month/MonthCalendar").then((module) => ({ default: module.MonthCalendar })),
);
const Timeline: Content = late(() => import("./timeline/Timeline").then((module) => ({ default: module.Timeline })));

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
