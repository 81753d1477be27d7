import { describe, expect, test } from "vitest";
import type { CardRow } from "../../contracts/rows";
import { addDays, dayIn, daysBetween } from "../../kits/datekit";
import { dueInstant } from "../cards/guesses/dueInstant";
import { laneFinder, spansOf } from "./dateLanes";
import { dueDay, dueDaysIn, dueOn } from "./dueDays";
import { addMonths, monthStartOf, weeksOfMonth } from "./months";
import type { LanePlan } from "./plans";
import { barOf, endsOf, extentOf, movedBar } from "./timeline/bars";
import { dayNumber, dayOfNumber, scaleOf, widthOf } from "./timeline/scale";

/** From UTC−11 to UTC+14, with offsets of half and quarter hours, and with clocks that change by one hour and by half of one. */
const ZONES = [
  "Pacific/Pago_Pago",
  "America/St_Johns",
  "America/New_York",
  "Europe/Lisbon",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Pacific/Chatham",
  "Pacific/Kiritimati",
];
const PLANS: LanePlan[] = ["days", "weeks", "months"];
const LOCALES = ["en-US", "de", "ar-EG"];
const MINUTE = 60_000;

/** Always the same numbers, so that what fails once fails again. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** The days of two years on which a zone's clocks change, and some others. */
function daysOf(zone: string): string[] {
  const all = Array.from({ length: 731 }, (_, at) => addDays("2026-12-31", at));
  const ends = all.map((day) => dueInstant(day, null, zone));
  const changing = all.filter((_, at) => at > 0 && (ends[at] ?? 0) - (ends[at - 1] ?? 0) !== 86_400_000);
  const others = ["2028-02-28", "2028-02-29", "2027-12-31", "2028-06-15"];
  return [...changing, ...changing.map((day) => addDays(day, -1)), ...others];
}

test("clocks change in some of these zones, by an hour or by half of one", () => {
  expect(ZONES.map((zone) => daysOf(zone).length)).toEqual([4, 12, 12, 12, 4, 12, 12, 4]);
});

const clock = (random: (below: number) => number) =>
  `${String(random(24)).padStart(2, "0")}:${String(random(60)).padStart(2, "0")}`;

describe.each(ZONES)("in %s", (zone) => {
  const days = daysOf(zone);

  test.each(PLANS)("whatever is due stands in the column of its day, in %s", (plan) => {
    const random = chance(7);
    for (const today of days) {
      const now = dueInstant(today, clock(random), zone);
      const day = dayIn(now, zone);
      const locale = LOCALES[random(LOCALES.length)] ?? "de";
      const spans = spansOf(plan, day, locale);
      const laneOf = laneFinder(spans, { now, zone, locale });
      for (let tries = 0; tries < 12; tries++) {
        const due_at = now + (random(110 * 24 * 60) - 5 * 24 * 60) * MINUTE;
        const on = dueDay(due_at, zone);
        const place = spans.find(({ from, to }) => from <= on && on <= to)?.id ?? "later";
        expect(laneOf({ due_at, checklist_due_at: null }), `${on} at ${today}`).toBe(due_at <= now ? "overdue" : place);
      }
    }
  });

  test("columns follow each other without a gap", () => {
    for (const today of days)
      for (const plan of PLANS)
        for (const locale of LOCALES) {
          const spans = spansOf(plan, today, locale);
          expect(spans[0]?.from && spans[0].from <= today && today <= spans[0].to).toBe(true);
          for (const [at, span] of spans.slice(1).entries()) expect(span.from).toBe(addDays(spans[at]?.to ?? "", 1));
          for (const span of spans) expect(span.from <= span.day && span.day <= span.to).toBe(true);
        }
  });

  test("what is dropped on a day is due on that day there, wherever its time was set", () => {
    const random = chance(11);
    for (const day of days)
      for (const home of ZONES) {
        const set = { due_on: addDays(day, random(60) - 30), due_time: clock(random), due_zone: home };
        const card = { ...set, due_at: dueInstant(set.due_on, set.due_time, home) };
        const wish = dueOn(card, day, zone);
        const due = dueInstant(wish.due_on ?? "", wish.due_time ?? null, wish.due_zone ?? "");
        expect(dueDay(due, zone), `${set.due_time} of ${home}`).toBe(day);
        expect(wish.due_time).toBe(set.due_time);
        const bare = dueOn({ due_on: null, due_time: null, due_zone: null, due_at: null }, day, zone);
        expect(dueDay(dueInstant(bare.due_on ?? "", null, bare.due_zone ?? ""), zone)).toBe(day);
      }
  });

  test("a bar lies on the days from start to due, is never outside, and shifts by whole days", () => {
    const dayOf = dueDaysIn(zone);
    const random = chance(13);
    for (const today of days)
      for (const zoom of ["days", "weeks", "months"] as const) {
        const scale = scaleOf(zoom, today);
        const due = addDays(today, random(9_000) - 4_500);
        const start_on = random(4) === 0 ? null : addDays(due, random(200) - 150);
        const card = { start_on, due_at: dueInstant(due, clock(random), zone) } as CardRow;
        const bar = barOf(card, dayOf) ?? { start: null, due: null };
        const [from, to] = endsOf(bar);
        expect(to).toBeGreaterThanOrEqual(from);
        expect(dayOfNumber(to)).toBe(dayOf(card.due_at ?? 0));
        const { place, width } = extentOf(bar, scale);
        expect(place).toBeGreaterThanOrEqual(0);
        expect(width).toBeGreaterThanOrEqual(scale.perDay);
        expect(place + width).toBeLessThanOrEqual(widthOf(scale));
        const by = random(40) - 20;
        expect(endsOf(movedBar(bar, "whole", by))).toEqual([from + by, to + by]);
      }
  });
});

/** The first and last days that a card may have, and what lies beside a leap day. */
const ENDS = ["1900-01-01", "1900-02-28", "2000-02-29", "2028-02-29", "2100-02-28", "8999-12-31", "9000-12-31"];

describe.each(ZONES)("at the ends of time, in %s", (zone) => {
  test.each(ENDS)("%s stays that day", (day) => {
    const bare = dueInstant(day, null, zone);
    expect(dueDay(bare, zone)).toBe(day);
    expect(dueDay(dueInstant(day, "12:00", zone), zone)).toBe(day);
    expect(dayOfNumber(dayNumber(day))).toBe(day);
    const laneOf = laneFinder(spansOf("months", "2027-01-01", "de"), { now: Date.UTC(2027, 0, 1), zone, locale: "de" });
    const places = day < "2027" ? ["overdue"] : ["first", "second", "third", "later"];
    expect(places).toContain(laneOf({ due_at: bare, checklist_due_at: null }));
    const bar = { start: dayNumber(day), due: dayNumber(day) };
    for (const by of [-1_000_000, 1_000_000])
      for (const part of ["whole", "start", "due"] as const) {
        const [from, to] = endsOf(movedBar(bar, part, by)).map(dayOfNumber);
        expect(from && to && "1900-01-01" <= from && from <= to && to <= "9000-12-31").toBe(true);
      }
  });
});

test("a start that lies behind the due date leaves the due day alone", () => {
  const card = { start_on: "2027-03-20", due_at: dueInstant("2027-03-10", null, "UTC") } as CardRow;
  const bar = barOf(card, dueDaysIn("UTC")) ?? { start: null, due: null };
  expect(endsOf(bar)).toEqual([dayNumber("2027-03-10"), dayNumber("2027-03-10")]);
});

test.each(ENDS)("the month of %s is whole weeks that hold all its days", (day) => {
  for (const firstDay of [1, 6, 7]) {
    const weeks = weeksOfMonth(day, firstDay);
    const shown = weeks.flat();
    const first = monthStartOf(day);
    const next = addMonths(day, 1);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    expect(shown[0] && shown[0] <= first && daysBetween(shown[0], first) < 7).toBe(true);
    expect(shown.filter((one) => first <= one && one < next)).toHaveLength(daysBetween(first, next));
    expect(new Set(shown).size).toBe(shown.length);
  }
});
