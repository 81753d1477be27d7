import { expect, test } from "vitest";
import { dueWords } from "./dueWords";

const now = Date.parse("2026-11-18T10:00:00Z"); // a Wednesday
const reading = { now, zone: "UTC", locale: "en-GB" };
const day = (date: string) => ({ due_at: Date.parse(`${date}T23:59:59.999Z`), due_time: null });

test("nothing due says nothing", () => {
  expect(dueWords({ due_at: null, due_time: null }, reading)).toBeNull();
});

test.each([
  ["2026-11-18", "Due today"],
  ["2026-11-19", "Due tomorrow"],
  ["2026-11-20", "Due Friday"],
  ["2026-11-30", "Due 30 Nov"],
  ["2027-01-04", "Due 4 Jan 2027"],
])("%s reads %s", (date, text) => {
  expect(dueWords(day(date), reading)).toEqual({ text, isOverdue: false });
});

test("what is past counts its days", () => {
  expect(dueWords(day("2026-11-17"), reading)).toEqual({ text: "1 day overdue", isOverdue: true });
  expect(dueWords(day("2026-11-08"), reading)).toEqual({ text: "10 days overdue", isOverdue: true });
});

test("a time of today is said, before and after", () => {
  const at = (time: string) => ({ due_at: Date.parse(`2026-11-18T${time}:00Z`), due_time: time });
  expect(dueWords(at("14:30"), reading)?.text).toBe("Due today, 14:30");
  expect(dueWords(at("08:15"), reading)).toEqual({ text: "Overdue since 08:15", isOverdue: true });
});

test("what is done is never overdue", () => {
  expect(dueWords(day("2026-11-08"), reading, true)).toEqual({ text: "Due 8 Nov", isOverdue: false });
});
