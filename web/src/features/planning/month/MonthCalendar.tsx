import { useLingui } from "@lingui/react/macro";
import { useEffect, useMemo, useRef, useState } from "react";
import { Button, IconButton } from "../../../ui/Button";
import { runCommand } from "../../../ui/commands";
import { useFocusNotes } from "../../boards/BoardArea";
import { useBoard } from "../../boards/boardTools";
import { keepTouchFromScrolling } from "../../cards/drag/touchScroll";
import { DayTarget } from "../dayDrag";
import { dueDaysIn } from "../dueDays";
import { PlanBar } from "../PlanBar";
import { usePlanPrefs } from "../planPrefs";
import { useNarrow } from "../useNarrow";
import { usePlanCards, useShownCards } from "../usePlanCards";
import { DayList, DayPanel } from "./DayPanel";
import "./MonthCalendar.css";
import { MonthGrid } from "./MonthGrid";
import { type Item, itemsOf, itemsOn } from "./monthItems";
import { useDayMoves } from "./useDayMoves";
import { useMonth } from "./useMonth";

/** A month of days with the cards that are due on them. On a narrow page the cards of one day stand below the month. */
export function MonthCalendar() {
  const { t } = useLingui();
  const { boardId, zone, locale, board } = useBoard();
  const root = useRef<HTMLDivElement>(null);
  const month = useMonth();
  const isNarrow = useNarrow();
  const { showsDone } = usePlanPrefs();
  const { open, done } = usePlanCards(boardId);
  const dayOf = useMemo(() => dueDaysIn(zone), [zone]);
  const all = useMemo(() => (showsDone ? [...open, ...done] : open), [open, done, showsDone]);
  const cards = useShownCards(all);
  const [first, last] = [month.weeks[0]?.[0] ?? "", month.weeks.at(-1)?.at(-1) ?? ""];
  const items = useMemo(() => itemsOf(cards, dayOf, [first, last]), [cards, dayOf, first, last]);
  const ids = useMemo(
    () => (cards === all ? items : itemsOf(all, dayOf, [first, last])).map((item) => item.id),
    [cards, all, items, dayOf, first, last],
  );
  const [openDay, setOpenDay] = useState<string | null>(null);
  const [target] = useState(() => new DayTarget());
  const moves = useDayMoves({ target, month, dayOf, close: () => setOpenDay(null) });
  const listDay = isNarrow ? month.active : openDay;
  const listed = useMemo(() => (listDay ? itemsOn(items, listDay).map((item) => item.id) : []), [items, listDay]);
  useDayLane(listDay, listed, items);
  useFocusNotes();
  useEffect(() => (root.current ? keepTouchFromScrolling(root.current) : undefined), []);
  const name = board.name;
  return (
    <div className="board month" ref={root} onPointerDown={moves.onPointerDown}>
      <h1 className="visually-hidden">{t`Board “${name}”`}</h1>
      <PlanBar ids={ids}>
        <IconButton icon="chevronStart" label={t`Month before`} keys="[" onPress={() => month.goMonths(-1)} />
        <IconButton icon="chevronEnd" label={t`Month after`} keys="]" onPress={() => month.goMonths(1)} />
        <Button size="small" onPress={() => runCommand("plan.today")}>{t`Today`}</Button>
        <h2 className="plan-bar__title">{month.title}</h2>
      </PlanBar>
      <MonthGrid {...{ month, items, isNarrow, target, moves, locale }} onOpenDay={setOpenDay} />
      {isNarrow ? <DayList day={month.active} ids={listed} moves={moves} /> : null}
      {openDay && !isNarrow ? (
        <DayPanel day={openDay} ids={listed} moves={moves} onClose={() => setOpenDay(null)} />
      ) : null}
    </div>
  );
}

/** The day whose cards are listed is what keys, selection and an open card go through; else a card is one of its month. */
function useDayLane(day: string | null, ids: readonly string[], items: readonly Item[]): void {
  const { drag, moveCard } = useBoard();
  useEffect(() => {
    const lanes = {
      ids: () => (day ? [day] : []),
      of: (cardId: string) => (day && ids.includes(cardId) ? day : "month"),
      order: (lane: string) => (lane === day ? ids : items.map((item) => item.id)),
      move: moveCard,
    };
    drag.lanes = lanes;
    return () => {
      if (drag.lanes === lanes) drag.lanes = null;
    };
  }, [drag, moveCard, day, ids, items]);
}
