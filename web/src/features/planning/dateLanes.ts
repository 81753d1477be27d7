import type { CardRow } from "../../contracts/rows";
import { addDays } from "../../kits/datekit";
import { weekdayOf, weekInfo } from "../../kits/weekkit";
import { dueInstant } from "../cards/guesses/dueInstant";
import { dueOf } from "../highlight/filter";
import { addMonths, monthStartOf, weekStartOf } from "./months";
import type { LanePlan } from "./plans";

/** The columns by date, in their order. `first` is today, this week or this month, and so on. */
export const LANES = ["overdue", "first", "second", "third", "later", "none"] as const;
export type LaneId = (typeof LANES)[number];

/** Days that one column stands for, both ends included; `day` is what a card that comes here gets. */
export type Span = { id: LaneId; from: string; to: string; day: string };
export type LaneReading = { now: number; zone: string; locale: string };

/** The three spans and what comes after them; that has no end. */
export function spansOf(plan: LanePlan, today: string, locale: string): Span[] {
  const starts = startsOf(plan, today, locale);
  return (["first", "second", "third", "later"] as const).map((id, at) => {
    const from = starts[at] as string;
    const to = addDays(starts[at + 1] as string, -1);
    return { id, from, to, day: plan === "weeks" ? lastWorkday(to, today, locale) : lastDay(plan, from, to) };
  });
}

function startsOf(plan: LanePlan, today: string, locale: string): string[] {
  const steps = [0, 1, 2, 3, 4];
  if (plan === "days") return steps.map((step) => addDays(today, step));
  if (plan === "months") return steps.map((step) => addMonths(monthStartOf(today), step));
  const week = weekStartOf(today, weekInfo(locale).firstDay);
  return steps.map((step) => addDays(week, step * 7));
}

const lastDay = (plan: LanePlan, from: string, to: string) => (plan === "days" ? from : to);

/** A week's work is due before its days of rest, unless they have come. */
function lastWorkday(weekEnd: string, today: string, locale: string): string {
  const { weekend } = weekInfo(locale);
  let day = weekEnd;
  while (weekend.includes(weekdayOf(day))) day = addDays(day, -1);
  return day < today ? weekEnd : day;
}

/** Says in which column a card stands. Compares instants, so that ten thousand cards ask no calendar. */
export function laneFinder(spans: readonly Span[], { now, zone }: LaneReading): (card: Dates) => LaneId {
  // What is due at midnight is due on the day that ends there.
  const ends = spans.slice(0, 3).map((span) => dueInstant(span.to, null, zone) + 1);
  return (card) => {
    const due = dueOf(card);
    if (due === null) return "none";
    if (due <= now) return "overdue";
    const at = ends.findIndex((end) => due <= end);
    return at < 0 ? "later" : (spans[at]?.id ?? "later");
  };
}

/** Due `dueAt`, a card would stand at this place among others that are sorted so; `columnAt` tells the place of a column on the board. */
export function placeAmong(
  others: readonly CardRow[],
  card: CardRow,
  dueAt: number,
  columnAt: (columnId: string) => number,
): number {
  const isBefore = (other: CardRow) => {
    const due = dueOf(other) ?? 0;
    if (due !== dueAt) return due < dueAt;
    const columns = columnAt(other.column_id) - columnAt(card.column_id);
    if (columns !== 0) return columns < 0;
    return other.rank === card.rank ? other.id < card.id : other.rank < card.rank;
  };
  let [low, high] = [0, others.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(others[middle] as CardRow)) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Dates = Pick<CardRow, "due_at" | "checklist_due_at">;

/** The ids of each column, soonest due first. `cards` come in the order of the board, which decides among equals. */
export function sortIntoLanes(cards: readonly CardRow[], laneOf: (card: Dates) => LaneId): Record<LaneId, string[]> {
  const lanes = Object.fromEntries(LANES.map((id) => [id, new Map<number, string[]>()])) as Record<
    LaneId,
    Map<number, string[]>
  >;
  for (const card of cards) {
    const lane = lanes[laneOf(card)];
    const due = dueOf(card) ?? 0;
    const same = lane.get(due);
    if (same) same.push(card.id);
    else lane.set(due, [card.id]);
  }
  // Thousands of cards are due at few instants: those are sorted, not the cards.
  const ids = (lane: Map<number, string[]>) =>
    [...lane.keys()].sort((a, b) => a - b).flatMap((due) => lane.get(due) ?? []);
  return Object.fromEntries(LANES.map((id) => [id, ids(lanes[id])])) as Record<LaneId, string[]>;
}
