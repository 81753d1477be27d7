import type { CardRow } from "../../contracts/rows";
import { addDays, dayIn, daysBetween } from "../../kits/datekit";
import type { DueWish } from "../cards/DueForm";
import { dueInstant } from "../cards/guesses/dueInstant";

type Dates = Pick<CardRow, "due_at" | "checklist_due_at">;
type Due = Pick<CardRow, "due_on" | "due_time" | "due_zone" | "due_at">;

/** An open item of its checklist is due before the card itself is, or alone. */
export function isByChecklist({ due_at, checklist_due_at }: Dates): boolean {
  return checklist_due_at !== null && (due_at === null || checklist_due_at < due_at);
}

/** The day on which an instant is due, as people see it: midnight belongs to the day it ends. */
export const dueDay = (dueAt: number, zone: string): string => dayIn(dueAt - 1, zone);

/**
 * What makes a card due on a day of this reader's calendar. A time of day is kept, where it was set, so that the day there may be another
 * one; a bare date means the end of the day where it is set now.
 */
export function dueOn(card: Due, day: string, zone: string): DueWish {
  const { due_on, due_time, due_zone, due_at } = card;
  if (!due_on || !due_time || !due_zone || due_at === null) return { due_on: day, due_time: null, due_zone: zone };
  const same = addDays(due_on, daysBetween(dueDay(due_at, zone), day));
  // Where clocks change on the way, the same number of days may lead past the day.
  const found = [same, addDays(same, 1), addDays(same, -1)].find(
    (one) => dueDay(dueInstant(one, due_time, due_zone), zone) === day,
  );
  return found ? { due_on: found, due_time, due_zone } : { due_on: day, due_time, due_zone: zone };
}

/** `dueDay` for thousands of cards: most share their instants, and asking the calendar is what costs. */
export function dueDaysIn(zone: string): (dueAt: number) => string {
  const known = new Map<number, string>();
  return (dueAt) => {
    const day = known.get(dueAt) ?? dueDay(dueAt, zone);
    known.set(dueAt, day);
    return day;
  };
}
