import { useEffect, useMemo, useRef } from "react";
import { dayIn } from "../../kits/datekit";
import { readersLocale } from "../../kits/weekkit";
import { useBoard } from "../boards/boardTools";
import type { CardMove } from "../cards/drag/dragStore";
import { useMinute } from "../cards/useMinute";
import { type LaneId, laneFinder, type Span, sortIntoLanes, spansOf } from "./dateLanes";
import type { LanePlan } from "./plans";
import { usePlanCards, useStableLists } from "./usePlanCards";

export const DONE = "done";
export type ShownLane = LaneId | typeof DONE;

export type DateLanesNow = {
  spans: readonly Span[];
  ids: Record<ShownLane, readonly string[]>;
  laneOf: ReturnType<typeof laneFinder>;
};

/** The columns by date as they are now, for this reader. */
export function useDateLanes(plan: LanePlan): DateLanesNow {
  const { boardId, zone, locale } = useBoard();
  const now = useMinute();
  const today = dayIn(now, zone);
  const spans = useMemo(() => spansOf(plan, today, readersLocale(locale)), [plan, today, locale]);
  const laneOf = useMemo(() => laneFinder(spans, { now, zone, locale }), [spans, now, zone, locale]);
  const { open, done } = usePlanCards(boardId);
  const ids = useStableLists(
    useMemo(
      () => ({ ...sortIntoLanes(open, laneOf), [DONE]: done.map((card) => card.id) }) as DateLanesNow["ids"],
      [open, done, laneOf],
    ),
  );
  return { spans, ids, laneOf };
}

/** Tells keys, selection and open cards that these lists stand in the place of the columns. */
export function useLanesOnBoard(
  shown: readonly ShownLane[],
  ids: DateLanesNow["ids"],
  move: (move: CardMove) => void,
): void {
  const { drag } = useBoard();
  const now = useRef({ shown, ids });
  now.current = { shown, ids };
  useEffect(() => {
    const lanes = {
      ids: () => now.current.shown,
      of: (cardId: string) => now.current.shown.find((lane) => now.current.ids[lane].includes(cardId)),
      order: (lane: string) => now.current.ids[lane as ShownLane] ?? [],
      move,
    };
    drag.lanes = lanes;
    return () => {
      if (drag.lanes === lanes) drag.lanes = null;
    };
  }, [drag, move]);
}
