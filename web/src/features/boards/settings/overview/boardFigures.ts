import type { CardRow, ColumnRow } from "../../../../contracts/rows";
import { addDays, dayIn } from "../../../../kits/datekit";

export type Share = { open: number; overdue: number };
export type BoardFigures = {
  /** All tasks but those in Deleted. */
  total: number;
  done: number;
  inProgress: number;
  overdue: number;
  /** Due today or in the six days after, and not late. */
  dueNext: number;
  /** Open and overdue tasks of each person; those of nobody under null. A task of two people counts for both. */
  people: ReadonlyMap<string | null, Share>;
};

type Card = Pick<CardRow, "column_id" | "status" | "due_at" | "assignee_ids">;
type Reading = { now: number; zone: string };

const DAYS_NEXT = 6;

/** How a board stands. What is done or deleted is not late, in progress or due. */
export function boardFigures(
  cards: readonly Card[],
  columns: readonly Pick<ColumnRow, "id" | "kind">[],
  { now, zone }: Reading,
): BoardFigures {
  const kinds = new Map(columns.map((column) => [column.id, column.kind]));
  const there = cards.filter((card) => kinds.get(card.column_id) !== "deleted");
  const open = there.filter((card) => kinds.get(card.column_id) === "normal");
  const last = addDays(dayIn(now, zone), DAYS_NEXT);
  const isLate = (card: Card) => card.due_at !== null && card.due_at < now;
  const isNext = (card: Card) => card.due_at !== null && card.due_at >= now && dayIn(card.due_at, zone) <= last;
  const people = new Map<string | null, Share>();
  for (const card of open) {
    for (const id of card.assignee_ids.length > 0 ? card.assignee_ids : [null]) {
      const share = people.get(id) ?? { open: 0, overdue: 0 };
      people.set(id, { open: share.open + 1, overdue: share.overdue + Number(isLate(card)) });
    }
  }
  return {
    total: there.length,
    done: there.length - open.length,
    inProgress: open.filter((card) => card.status === "in_progress").length,
    overdue: open.filter(isLate).length,
    dueNext: open.filter(isNext).length,
    people,
  };
}

/** Who has most that is late first, then who has most to do; what is nobody's comes last. */
export function byLoad(people: BoardFigures["people"]): readonly (readonly [string | null, Share])[] {
  return [...people].sort(
    ([a, one], [b, two]) =>
      Number(a === null) - Number(b === null) ||
      two.overdue - one.overdue ||
      two.open - one.open ||
      (a ?? "").localeCompare(b ?? ""),
  );
}
