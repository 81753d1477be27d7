import { useEffect, useRef } from "react";
import { useBoard } from "../../boards/boardTools";
import type { TimelineNow } from "./useTimelineRows";

/** The two lists that stand on the screen in the place of the columns: bars, and what has no date. */
export function useTimelineLanes({ rows, undated }: Pick<TimelineNow, "rows" | "undated">): void {
  const { drag, moveCard } = useBoard();
  const now = useRef({ rows, undated });
  now.current = { rows, undated };
  useEffect(() => {
    const bars = () => [...new Set(now.current.rows.groups.flatMap((group) => group.cards.map((card) => card.id)))];
    const order = (lane: string) => (lane === "undated" ? now.current.undated : bars());
    const lanes = {
      ids: () => ["timeline", "undated"],
      of: (cardId: string) => ["undated", "timeline"].find((lane) => order(lane).includes(cardId)),
      order,
      move: moveCard,
    };
    drag.lanes = lanes;
    return () => {
      if (drag.lanes === lanes) drag.lanes = null;
    };
  }, [drag, moveCard]);
}
