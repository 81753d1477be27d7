import { expect, test } from "vitest";
import { addMonths, monthStartOf, weekStartOf, weeksOfMonth } from "./months";

test.each([
  ["2026-03-29", 1, "2026-03-23"],
  ["2026-03-29", 7, "2026-03-29"],
  ["2026-03-29", 6, "2026-03-28"],
  ["2026-01-01", 1, "2025-12-29"],
])("the week of %s that starts on %i begins on %s", (day, first, start) => {
  expect(weekStartOf(day, first)).toBe(start);
});

test("months are counted over years and short months", () => {
  expect(addMonths("2026-01-31", 1)).toBe("2026-02-01");
  expect(addMonths("2026-01-31", -1)).toBe("2025-12-01");
  expect(addMonths("2026-12-15", 14)).toBe("2028-02-01");
  expect(monthStartOf("2026-12-15")).toBe("2026-12-01");
});

test.each([
  ["2026-02-10", 7, 4, "2026-02-01", "2026-02-28"],
  ["2026-02-10", 1, 5, "2026-01-26", "2026-03-01"],
  ["2026-08-10", 1, 6, "2026-07-27", "2026-09-06"],
  ["2026-03-29", 6, 5, "2026-02-28", "2026-04-03"],
])("the month of %s in weeks from %i has %i rows", (day, first, rows, start, end) => {
  const weeks = weeksOfMonth(day, first);
  expect(weeks).toHaveLength(rows);
  expect(weeks.every((week) => week.length === 7)).toBe(true);
  expect([weeks[0]?.[0], weeks.at(-1)?.at(-1)]).toEqual([start, end]);
});
