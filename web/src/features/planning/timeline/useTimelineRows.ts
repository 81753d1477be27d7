import { useCallback, useEffect, useMemo } from "react";
import type { CardRow, MemberRow } from "../../../contracts/rows";
import { dayIn } from "../../../kits/datekit";
import { useOrder, useSync, useTable } from "../../../sync/hooks";
import { useBoard } from "../../boards/boardTools";
import { useMinute } from "../../cards/useMinute";
import { dueDaysIn } from "../dueDays";
import { type PlanPrefs, usePlanPrefs } from "../planPrefs";
import { usePlanCards, useShownCards } from "../usePlanCards";
import { type Bar, barOf } from "./bars";
import { NOBODY, type Rows, rowsOf } from "./rows";
import { type Scale, scaleOf } from "./scale";

export type TimelineNow = {
  today: string;
  scale: Scale;
  rows: Rows;
  /** What its rows stand below. */
  by: PlanPrefs["group"];
  /** Cards that have a bar, also while a highlight hides them. */
  dated: readonly string[];
  /** Open cards that have neither start nor due date. */
  undated: readonly string[];
  barOf: (card: CardRow) => Bar | null;
};

/** What the timeline shows now, for this reader. */
export function useTimelineRows(cardHeight: number): TimelineNow {
  const { boardId, zone, personId } = useBoard();
  const { zoom, group, showsDone } = usePlanPrefs();
  // Readers by link are not told who the people are.
  const by = personId === null ? "column" : group;
  const today = dayIn(useMinute(), zone);
  const scale = useMemo(() => scaleOf(zoom, today), [zoom, today]);
  const dayOf = useMemo(() => dueDaysIn(zone), [zone]);
  const { open, done } = usePlanCards(boardId);
  const columns = useOrder("columns", boardId);
  const people = usePeopleOrder(boardId);
  const barOfCard = useCallback((card: CardRow) => barOf(card, dayOf), [dayOf]);
  const all = useMemo(() => (showsDone ? [...open, ...done] : open), [open, done, showsDone]);
  const cards = useShownCards(all);
  const rows = useMemo(() => {
    const isByPerson = by === "person";
    return rowsOf({
      cards,
      hasBar,
      groupsOf: isByPerson ? peopleOf : (card) => [card.column_id],
      order: isByPerson ? people : columns,
      cardHeight,
    });
  }, [cards, by, columns, people, cardHeight]);
  const dated = useMemo(() => all.filter(hasBar).map((card) => card.id), [all]);
  const undated = useMemo(() => open.filter((card) => !hasBar(card)).map((card) => card.id), [open]);
  return { today, scale, rows, by, dated, undated, barOf: barOfCard };
}

const hasBar = (card: CardRow) => card.start_on !== null || card.due_at !== null;
const NOBODYS = [NOBODY];
const peopleOf = (card: CardRow) => (card.assignee_ids.length > 0 ? card.assignee_ids : NOBODYS);

/** The board's people by name, oneself first, nobody last. */
function usePeopleOrder(boardId: string): readonly string[] {
  const { directory, person } = useSync();
  const members = useTable(
    "members",
    useCallback((row: MemberRow) => row.board_id === boardId, [boardId]),
  );
  useEffect(() => {
    for (const { person_id } of members) directory.want(person_id);
  }, [members, directory]);
  return useMemo(() => {
    const nameOf = (id: string) => (id === person ? "" : (directory.get(id)?.name ?? "\uffff"));
    const ids = members.map((row) => row.person_id).sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
    return [...ids, NOBODY];
  }, [members, directory, person]);
}
