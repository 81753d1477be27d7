import type { CardRow } from "../../../contracts/rows";
import { dueOf } from "../../highlight/filter";

/** A card on the days of a calendar, both ends included. */
export type Item = { id: string; from: string; to: string };

type Dated = Pick<CardRow, "id" | "start_on" | "due_at" | "checklist_due_at">;

/**
 * Where cards stand: one with a start and a date of its own over all days between, another on the day it is due, which its checklist
 * may decide; one that only starts, on that day. Those between the first and the last day that are shown; longest first where days are the same, then by time of day, then as on the board.
 */
export function itemsOf(
  cards: readonly Dated[],
  dayOf: (dueAt: number) => string,
  [first, last]: readonly [string, string],
): Item[] {
  const found: (Item & { at: number })[] = [];
  for (const card of cards) {
    const days = daysOf(card, dayOf);
    if (days && days.from <= last && days.to >= first) found.push({ id: card.id, ...days, at: dueOf(card) ?? 0 });
  }
  found.sort((a, b) => (a.from !== b.from ? text(a.from, b.from) : text(b.to, a.to) || a.at - b.at));
  return found.map(({ id, from, to }) => ({ id, from, to }));
}

function daysOf(card: Dated, dayOf: (dueAt: number) => string): { from: string; to: string } | null {
  const own = card.due_at === null ? null : dayOf(card.due_at);
  if (card.start_on && own && card.start_on < own) return { from: card.start_on, to: own };
  const due = dueOf(card);
  const day = due === null ? card.start_on : dayOf(due);
  return day ? { from: day, to: day } : null;
}

/** Days are ASCII of one length, for which `<` is their order. */
const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** An item as one week shows it: the column it begins in, over how many days, in which line; whether it comes from the week before, or goes on. */
export type Placed = Item & { column: number; days: number; line: number; wentOn: boolean; goesOn: boolean };
export type WeekPlaces = { shown: Placed[] /** How many of each day's items are not shown. */; more: number[] };

/** Puts a week's items in lines, none over another. Where a day holds more than `most`, its last line says how many more there are. */
export function placeWeek(items: readonly Item[], week: readonly string[], most: number): WeekPlaces {
  const [first, last] = [week[0] ?? "", week.at(-1) ?? ""];
  const here = items.filter((item) => item.to >= first && item.from <= last);
  const isFull = week.map(() => false);
  // A day that overflows gives up a line, which may make another day overflow.
  for (;;) {
    const places = placeLines(here, week, (day) => (isFull[day] ? most - 1 : most));
    const before = isFull.filter(Boolean).length;
    for (const [day, count] of places.more.entries()) if (count > 0) isFull[day] = true;
    if (isFull.filter(Boolean).length === before) return places;
  }
}

function placeLines(items: readonly Item[], week: readonly string[], linesOf: (day: number) => number): WeekPlaces {
  const taken = week.map(() => new Set<number>());
  const more = week.map(() => 0);
  const shown: Placed[] = [];
  for (const item of items) {
    const column = Math.max(0, week.indexOf(item.from));
    const end = week.indexOf(item.to);
    const days = (end < 0 ? week.length - 1 : end) - column + 1;
    const covered = Array.from({ length: days }, (_, at) => column + at);
    const room = Math.min(...covered.map(linesOf));
    let line = 0;
    while (line < room && covered.some((day) => taken[day]?.has(line))) line += 1;
    const [wentOn, goesOn] = [item.from < (week[0] ?? ""), end < 0];
    if (line < room) shown.push({ ...item, column, days, line, wentOn, goesOn });
    for (const day of covered) {
      if (line < room) taken[day]?.add(line);
      else more[day] = (more[day] ?? 0) + 1;
    }
  }
  return { shown, more };
}

/** What stands on a day. */
export const itemsOn = (items: readonly Item[], day: string): Item[] =>
  items.filter((item) => item.from <= day && item.to >= day);
