import { expect, test } from "vitest";
import { addDays, dayIn, daysBetween, dueState, relativeDay, timeAgo } from "./datekit";

const at = (text: string) => Date.parse(text);

test("an instant falls on different days in different zones", () => {
  expect(dayIn(at("2026-11-30T23:30:00Z"), "UTC")).toBe("2026-11-30");
  expect(dayIn(at("2026-11-30T23:30:00Z"), "Asia/Tokyo")).toBe("2026-12-01");
});

test("days are counted over summer time and leap days", () => {
  expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
  expect(addDays("2028-02-28", 2)).toBe("2028-03-01");
});

test("a bare date is due until its day ends", () => {
  const dueAt = at("2026-12-01T00:00:00Z"); // the end of 30 November
  expect(dueState(dueAt, at("2026-11-30T12:00:00Z"), "UTC")).toEqual({ isOverdue: false, days: 0 });
  expect(dueState(dueAt, at("2026-11-29T12:00:00Z"), "UTC")).toEqual({ isOverdue: false, days: 1 });
  expect(dueState(dueAt, at("2026-12-03T12:00:00Z"), "UTC")).toEqual({ isOverdue: true, days: -3 });
});

test("a time that has passed today is overdue today", () => {
  expect(dueState(at("2026-11-30T09:00:00Z"), at("2026-11-30T10:00:00Z"), "UTC")).toEqual({ isOverdue: true, days: 0 });
});

test("days are said in words of the language", () => {
  expect(relativeDay(1, "en")).toBe("tomorrow");
  expect(relativeDay(-3, "de")).toBe("vor 3 Tagen");
  expect(timeAgo(at("2026-11-30T09:00:00Z"), at("2026-11-30T09:05:10Z"), "en")).toBe("5 minutes ago");
});
