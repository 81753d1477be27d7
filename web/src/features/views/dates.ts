/** The buckets of dates: in which one a due date falls for the reader, and which date a bucket stands for. `tafla/views` says the same. */
import { addDays, dayIn } from "../../kits/datekit";
import { dateFormat } from "../../kits/formats";
import { weekdayOf } from "../../kits/weekkit";
import { dueInstant } from "../cards/guesses/dueInstant";
import { dueWindows } from "../highlight/filter";

export const DATE_BUCKETS = ["overdue", "today", "this_week", "next_week", "this_month", "later", "none"] as const;
export type DateBucket = (typeof DATE_BUCKETS)[number];

/** When and where somebody reads; days of the week are 1 (Monday) to 7. */
export type Clock = { now: number; zone: string; weekStart: number; weekend: readonly number[] };

export const isDateBucket = (id: string): id is DateBucket => (DATE_BUCKETS as readonly string[]).includes(id);

/** When a card is due: it, or the first of its open items. */
export function dueOf(card: { due_at: number | null; checklist_due_at: number | null }): number | null {
  const [own, items] = [card.due_at, card.checklist_due_at];
  return own === null || items === null ? (own ?? items) : Math.min(own, items);
}

export function dateBucketOf(due: number | null, clock: Clock): DateBucket {
  if (due === null) return "none";
  const windows = dueWindows({ ...clock, me: "", tags: [] });
  if (due <= clock.now) return "overdue";
  const spans = ["today", "this_week", "next_week", "this_month"] as const;
  return spans.find((span) => due <= windows[span][1]) ?? "later";
}

type Span = readonly [first: string, last: string];

/** First and last day of each bucket that cards may be put in; nothing where the days before it leave none. */
function spanOf(bucket: DateBucket, clock: Clock): Span | null {
  const today = dayIn(clock.now, clock.zone);
  const weekEnd = addDays(today, 6 - ((weekdayOf(today) - clock.weekStart + 7) % 7));
  const nextWeekEnd = addDays(weekEnd, 7);
  const monthEnd = addDays(`${addDays(`${today.slice(0, 7)}-01`, 32).slice(0, 7)}-01`, -1);
  const afterAll = addDays(monthEnd > nextWeekEnd ? monthEnd : nextWeekEnd, 1);
  const spans: Partial<Record<DateBucket, Span>> = {
    today: [today, today],
    this_week: [addDays(today, 1), weekEnd],
    next_week: [addDays(weekEnd, 1), nextWeekEnd],
    this_month: [addDays(nextWeekEnd, 1), monthEnd],
    later: [afterAll, addDays(afterAll, 6)],
  };
  const span = spans[bucket];
  return span && span[0] <= span[1] ? span : null;
}

/**
 * The day a card gets that is put in a bucket: what is nearer ends with its last working day, what is farther begins with its first.
 * Null: no date. Undefined: nothing can be put there.
 */
export function dayFor(bucket: string, clock: Clock): string | null | undefined {
  if (bucket === "none") return null;
  const span = isDateBucket(bucket) ? spanOf(bucket, clock) : null;
  if (!span) return undefined;
  const [first, last] = span;
  const isEarly = bucket === "next_week" || bucket === "later";
  const step = isEarly ? 1 : -1;
  let day = isEarly ? first : last;
  while (clock.weekend.includes(weekdayOf(day)) && addDays(day, step) >= first && addDays(day, step) <= last)
    day = addDays(day, step);
  return clock.weekend.includes(weekdayOf(day)) ? (isEarly ? first : last) : day;
}

export type DueFacts = {
  due_on: string | null;
  due_time: string | null;
  due_zone: string | null;
  due_at: number | null;
};

/** A card's due date moved to a day of the reader's. It keeps its time of day, as the reader's clock shows it, unless that is over already. */
export function dueOn(day: string | null, card: DueFacts, { now, zone }: Clock): DueFacts {
  if (day === null) return { due_on: null, due_time: null, due_zone: null, due_at: null };
  const bare = { due_on: day, due_time: null, due_zone: zone, due_at: dueInstant(day, null, zone) };
  if (!card.due_time || card.due_at === null) return bare;
  const time = dateFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" }).format(card.due_at);
  const at = dueInstant(day, time, zone);
  return at <= now ? bare : { due_on: day, due_time: time, due_zone: zone, due_at: at };
}
