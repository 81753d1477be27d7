import { describe, expect, test } from "vitest";
import { ZOOMS } from "../planPrefs";
import { dayAt, dayNumber, dayOfNumber, placeOf, scaleOf, ticksOf, widthOf } from "./scale";

const WORDS = { locale: "en-GB", firstDay: 1, weekend: [6, 7] };

test.each(["1900-01-01", "1969-12-31", "2026-03-29", "2028-02-29", "9000-12-31"])("%s is one day", (day) => {
  expect(dayOfNumber(dayNumber(day))).toBe(day);
  expect(Number.isInteger(dayNumber(day))).toBe(true);
});

describe.each(ZOOMS)("zoomed to %s", (zoom) => {
  const scale = scaleOf(zoom, "2026-03-10");

  test("a day and its place lead to each other, and beyond the ends to the last day", () => {
    for (const day of ["2026-03-10", "2026-03-29", "2026-12-31"].map(dayNumber)) {
      expect(dayAt(scale, placeOf(scale, day))).toBe(day);
      expect(dayAt(scale, placeOf(scale, day + 1) - 0.5)).toBe(day);
    }
    expect(dayAt(scale, -999_999)).toBe(scale.first);
    expect(dayAt(scale, 999_999_999)).toBe(scale.first + scale.days - 1);
  });

  test("browsers can scroll it", () => {
    expect(widthOf(scale)).toBeLessThan(60_000);
  });

  test("each line of the head covers every day once", () => {
    const [from, to] = [dayNumber("2026-02-11"), dayNumber("2028-03-05")];
    const { upper, lower } = ticksOf(scale, from, to, WORDS);
    for (const line of [upper, lower]) {
      expect(line[0]?.day).toBeLessThanOrEqual(from);
      for (const [at, tick] of line.entries()) {
        const next = line[at + 1];
        if (next) expect(tick.day + tick.days).toBe(next.day);
        else expect(tick.day + tick.days).toBeGreaterThanOrEqual(to);
      }
    }
  });
});

test("the head says months over days, with days of rest", () => {
  const { upper, lower } = ticksOf(
    scaleOf("days", "2026-03-10"),
    dayNumber("2026-02-27"),
    dayNumber("2026-03-03"),
    WORDS,
  );
  expect(upper.map((tick) => tick.label)).toEqual(["February 2026", "March 2026"]);
  expect(lower.map((tick) => [tick.label, tick.isQuiet])).toEqual([
    ["F 27", false],
    ["S 28", true],
    ["S 1", true],
    ["M 2", false],
  ]);
});

test("weeks start where the reader's do", () => {
  const scale = scaleOf("weeks", "2026-03-10");
  const labels = (firstDay: number) =>
    ticksOf(scale, dayNumber("2026-03-10"), dayNumber("2026-03-20"), { ...WORDS, firstDay }).lower.map(
      (tick) => tick.label,
    );
  expect(labels(1)).toEqual(["9", "16"]);
  expect(labels(7)).toEqual(["8", "15"]);
  expect(labels(6)).toEqual(["7", "14"]);
});

test("years stand over months", () => {
  const { upper, lower } = ticksOf(
    scaleOf("months", "2026-03-10"),
    dayNumber("2026-12-15"),
    dayNumber("2027-02-10"),
    WORDS,
  );
  expect(upper.map((tick) => tick.label)).toEqual(["2026", "2027"]);
  expect(lower.map((tick) => tick.label)).toEqual(["Dec", "Jan", "Feb"]);
});
