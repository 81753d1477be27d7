/* Days as places along the timeline. A day is counted from 1970, so that bars of ten thousand cards are arithmetic and no dates. */
import { dayWords } from "../laneWords";
import { addMonths, monthStartOf } from "../months";
import type { PlanPrefs } from "../planPrefs";

const DAY_MS = 86_400_000;

export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
export const dayOfNumber = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

export type Zoom = PlanPrefs["zoom"];
export type Scale = { zoom: Zoom; first: number; days: number; perDay: number };

/** How far it reaches from today is fixed: it never grows under one's hands, and fits what browsers can scroll. */
const REACH: Record<Zoom, { perDay: number; before: number; after: number }> = {
  days: { perDay: 36, before: 365, after: 730 },
  weeks: { perDay: 14, before: 730, after: 1460 },
  months: { perDay: 4, before: 3650, after: 5475 },
};

export function scaleOf(zoom: Zoom, today: string): Scale {
  const { perDay, before, after } = REACH[zoom];
  return { zoom, first: dayNumber(today) - before, days: before + after + 1, perDay };
}

export const widthOf = ({ days, perDay }: Scale): number => days * perDay;
/** Where a day begins, from the start of the line of reading. */
export const placeOf = ({ first, perDay }: Scale, day: number): number => (day - first) * perDay;
/** The day at a place; beyond the ends, the last there is. */
export const dayAt = ({ first, days, perDay }: Scale, place: number): number =>
  first + Math.max(0, Math.min(days - 1, Math.floor(place / perDay)));

export type Tick = { day: number; days: number; label: string /** A day of rest. */; isQuiet?: boolean };
export type Ticks = { upper: Tick[]; lower: Tick[] };
type Words = { locale: string; firstDay: number; weekend: readonly number[] };

/** The two lines of the head between two days: months over days or weeks, years over months. */
export function ticksOf({ zoom }: Scale, from: number, to: number, words: Words): Ticks {
  const label = (options: Intl.DateTimeFormatOptions) => (day: number) =>
    dayWords(dayOfNumber(day), words.locale, options);
  if (zoom === "months") {
    const years = yearsBetween(from, to).map((day, at, all) => spanned(day, all[at + 1], label({ year: "numeric" })));
    return { upper: years.slice(0, -1), lower: months(from, to, label({ month: "short" })) };
  }
  const upper = months(from, to, label({ month: "long", year: "numeric" }));
  return { upper, lower: zoom === "days" ? days(from, to, words) : weeks(from, to, words, label({ day: "numeric" })) };
}

function days(from: number, to: number, { locale, weekend }: Words): Tick[] {
  return Array.from({ length: to - from }, (_, at) => {
    const day = dayOfNumber(from + at);
    const label = `${dayWords(day, locale, { weekday: "narrow" })} ${dayWords(day, locale, { day: "numeric" })}`;
    return { day: from + at, days: 1, label, isQuiet: weekend.includes(weekdayOf(from + at)) };
  });
}

function weeks(from: number, to: number, { firstDay }: Words, label: (day: number) => string): Tick[] {
  const start = from - ((weekdayOf(from) - firstDay + 7) % 7);
  return Array.from({ length: Math.ceil((to - start) / 7) }, (_, at) => {
    const day = start + at * 7;
    return { day, days: 7, label: label(day) };
  });
}

function months(from: number, to: number, label: (day: number) => string): Tick[] {
  const found: Tick[] = [];
  for (let day = monthStartOf(dayOfNumber(from)); dayNumber(day) < to; day = addMonths(day, 1)) {
    found.push(spanned(dayNumber(day), dayNumber(addMonths(day, 1)), label));
  }
  return found;
}

const spanned = (day: number, next: number | undefined, label: (day: number) => string): Tick => ({
  day,
  days: (next ?? day) - day,
  label: label(day),
});

function yearsBetween(from: number, to: number): number[] {
  const first = Number(dayOfNumber(from).slice(0, 4));
  const last = Number(dayOfNumber(to).slice(0, 4)) + 1;
  return Array.from({ length: last - first + 1 }, (_, at) => Date.UTC(first + at, 0, 1) / DAY_MS);
}

/** 1 January 1970 was a Thursday; 1 is Monday. */
const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;
