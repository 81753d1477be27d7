import { useLingui } from "@lingui/react/macro";
import { useCallback, useMemo, useRef } from "react";
import { store, useSync } from "../../sync/hooks";
import { toasts } from "../../ui/toasts";
import { BoardArea } from "../boards/BoardArea";
import { useBoard } from "../boards/boardTools";
import type { CardMove } from "../cards/drag/dragStore";
import { DateLane, DoneStrip } from "./DateLane";
import { LANES } from "./dateLanes";
import { spanWords } from "./laneWords";
import { setPlanPrefs, usePlanPrefs } from "./planPrefs";
import type { LanePlan, Plan } from "./plans";
import { setDueDay, tellChecklistDecides } from "./setDates";
import { type DateLanesNow, DONE, type ShownLane, useDateLanes, useLanesOnBoard } from "./useDateLanes";

/** The board in columns by date: what is overdue, three days, weeks or months, what comes later, what has no date. */
export function DateLanes({ plan }: { plan: Plan }) {
  const { t } = useLingui();
  const scroller = useRef<HTMLDivElement>(null);
  const lanes = useDateLanes(plan as LanePlan);
  const { showsDone } = usePlanPrefs();
  const shown = useMemo<ShownLane[]>(() => (showsDone ? [...LANES, DONE] : [...LANES]), [showsDone]);
  const { locale } = useBoard();
  useLanesOnBoard(shown, lanes.ids, useMoveToLane(lanes));
  const words = (id: ShownLane) => {
    const span = lanes.spans.find((one) => one.id === id);
    if (span) return { ...spanWords(plan as LanePlan, span, locale), day: span.day };
    const names = { overdue: t`Overdue`, none: t`Not scheduled`, [DONE]: t`Completed` };
    return { name: names[id as keyof typeof names], dates: "", day: null };
  };
  return (
    <BoardArea scroller={scroller} columns={shown.length} strips={showsDone ? 0 : 1}>
      <div className="board__columns">
        {shown.map((id) => (
          <DateLane key={`${plan} ${id}`} id={id} ids={lanes.ids[id]} {...words(id)} />
        ))}
        {showsDone ? null : <DoneStrip ids={lanes.ids[DONE]} onOpen={() => setPlanPrefs({ showsDone: true })} />}
      </div>
    </BoardArea>
  );
}

/** What a drop means here: a card gets the date of the column it comes to; in Completed it is done. */
function useMoveToLane({ spans, laneOf }: DateLanesNow): (move: CardMove) => void {
  const { t } = useLingui();
  const sync = useSync();
  const { boardId, zone, moveCard, focus } = useBoard();
  const now = useRef({ spans, laneOf });
  now.current = { spans, laneOf };
  return useCallback(
    ({ cardId, cardIds = [cardId], columnId: lane }: CardMove) => {
      const hadFocus = focus.current === cardId;
      if (lane === DONE) {
        const columnId = store.order("columns", boardId).find((id) => store.read("columns", id)?.kind === "completed");
        const before = store.order("cards", columnId ?? "")[0] ?? null;
        if (columnId) moveCard({ cardId, cardIds, columnId, after: null, before });
        return;
      }
      const { spans, laneOf } = now.current;
      const isElsewhere = (id: string) => {
        const card = store.read("cards", id);
        return card !== undefined && (card.completed_at !== null || laneOf(card) !== lane);
      };
      const day = spans.find((span) => span.id === lane)?.day ?? null;
      void setDueDay(sync, cardIds.filter(isElsewhere), day, zone);
      if (hadFocus) focus.want(cardId);
      const card = store.read("cards", cardId);
      if (!card || card.completed_at !== null || laneOf(card) === lane) return;
      if (!tellChecklistDecides(cardId))
        toasts.add({ text: t`The date is set. The time of day it is due at has passed.` });
    },
    [t, sync, boardId, zone, moveCard, focus],
  );
}
