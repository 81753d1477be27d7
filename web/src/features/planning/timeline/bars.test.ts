import { describe, expect, test } from "vitest";
import { dueInstant } from "../../cards/guesses/dueInstant";
import { dueDaysIn } from "../dueDays";
import { type Bar, type BarPart, barOf, endsOf, extentOf, movedBar, shapeOf } from "./bars";
import { dayNumber, dayOfNumber, scaleOf } from "./scale";

const number = (day: string | null) => (day === null ? null : dayNumber(day));
const bar = (start: string | null, due: string | null): Bar => ({ start: number(start), due: number(due) });
const days = ({ start, due }: Bar) => [start, due].map((day) => (day === null ? null : dayOfNumber(day)));

describe.each([
  "Pacific/Niue",
  "America/New_York",
  "Europe/Lisbon",
  "Asia/Kathmandu",
  "Pacific/Chatham",
  "Pacific/Kiritimati",
])("in %s", (zone) => {
  const dayOf = dueDaysIn(zone);
  const of = (start_on: string | null, due: string | null, time: string | null = null) =>
    barOf({ start_on, due_at: due && dueInstant(due, time, zone) } as Parameters<typeof barOf>[0], dayOf);

  test.each(["2026-03-08", "2026-03-29", "2026-04-05", "2026-11-01"])(
    "a bar ends on the day that %s is there",
    (day) => {
      expect(of("2026-03-01", day)).toEqual(bar("2026-03-01", day));
      expect(of(null, day, "23:59")).toEqual(bar(null, day));
      expect(of("2026-03-01", null)).toEqual(bar("2026-03-01", null));
      expect(of(null, null)).toBeNull();
    },
  );
});

test.each<[string, Bar, string, [string, string]]>([
  ["start and due", bar("2026-03-10", "2026-03-12"), "span", ["2026-03-10", "2026-03-12"]],
  ["one day", bar("2026-03-10", "2026-03-10"), "span", ["2026-03-10", "2026-03-10"]],
  ["only due", bar(null, "2026-03-12"), "due", ["2026-03-12", "2026-03-12"]],
  ["only a start", bar("2026-03-10", null), "start", ["2026-03-10", "2026-03-10"]],
  ["a start after the end", bar("2026-03-14", "2026-03-12"), "due", ["2026-03-12", "2026-03-12"]],
])("%s", (_name, one, shape, ends) => {
  expect(shapeOf(one)).toBe(shape);
  expect(endsOf(one).map(dayOfNumber)).toEqual(ends);
});

describe("as a box", () => {
  const scale = scaleOf("days", "2026-03-10");
  const at = (day: string) => (dayNumber(day) - scale.first) * scale.perDay;
  const end = scale.days * scale.perDay;

  test.each<[string, Bar, number, number]>([
    ["both ends are included", bar("2026-03-10", "2026-03-12"), at("2026-03-10"), 3 * scale.perDay],
    ["a day alone is as wide as a day", bar(null, "2026-03-12"), at("2026-03-12"), scale.perDay],
    ["what begins before is cut at the start", bar("1900-01-01", "2026-03-10"), 0, at("2026-03-11")],
    ["what goes on is cut at the end", bar("2026-03-10", "9000-12-31"), at("2026-03-10"), end - at("2026-03-10")],
    ["what lies before stands at the start", bar("1900-01-01", "1900-01-03"), 0, scale.perDay],
    ["what lies behind stands at the end", bar(null, "9000-12-31"), end - scale.perDay, scale.perDay],
  ])("%s", (_name, one, place, width) => {
    expect(extentOf(one, scale)).toEqual({ place, width });
  });
});

test.each<[string, Bar, BarPart, number, [string | null, string | null]]>([
  ["a bar is shifted over a month's end", bar("2026-02-25", "2026-02-27"), "whole", 5, ["2026-03-02", "2026-03-04"]],
  ["a date alone is shifted", bar(null, "2026-02-27"), "whole", -2, [null, "2026-02-25"]],
  ["a start alone is shifted", bar("2026-02-27", null), "whole", 2, ["2026-03-01", null]],
  ["the end is drawn out", bar("2026-02-25", "2026-02-27"), "due", 3, ["2026-02-25", "2026-03-02"]],
  ["the end stops at the start", bar("2026-02-25", "2026-02-27"), "due", -9, ["2026-02-25", "2026-02-25"]],
  ["the start is drawn out", bar("2026-02-25", "2026-02-27"), "start", -3, ["2026-02-22", "2026-02-27"]],
  ["the start stops at the end", bar("2026-02-25", "2026-02-27"), "start", 9, ["2026-02-27", "2026-02-27"]],
  ["a date alone gets a start", bar(null, "2026-02-27"), "start", -3, ["2026-02-24", "2026-02-27"]],
  ["a start alone gets an end", bar("2026-02-27", null), "due", 3, ["2026-02-27", "2026-03-02"]],
  ["an end before its start is put right", bar("2026-02-27", "2026-02-20"), "start", 0, ["2026-02-20", "2026-02-20"]],
  ["time has an end", bar("8999-12-31", "9000-12-30"), "whole", 400, ["9000-12-31", "9000-12-31"]],
  ["and a beginning", bar(null, "1900-01-02"), "whole", -5, [null, "1900-01-01"]],
])("%s", (_name, one, part, by, expected) => {
  expect(days(movedBar(one, part, by))).toEqual(expected);
});
