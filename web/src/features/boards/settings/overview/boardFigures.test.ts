import { expect, test } from "vitest";
import { boardFigures, byLoad } from "./boardFigures";

const columns = [
  { id: "todo", kind: "normal" },
  { id: "doing", kind: "normal" },
  { id: "done", kind: "completed" },
  { id: "gone", kind: "deleted" },
];
const now = Date.UTC(2026, 10, 22, 12);
const DAY = 86_400_000;
const reading = { now, zone: "UTC" };
const card = (column_id: string, facts: { status?: string; due?: number | null; people?: string[] } = {}) => ({
  column_id,
  status: facts.status ?? "normal",
  due_at: facts.due ?? null,
  assignee_ids: facts.people ?? [],
});
const endOfDay = (days: number) => Date.UTC(2026, 10, 23 + days) - 1;

test("an empty board has nothing", () => {
  expect(boardFigures([], columns, reading)).toEqual({
    ...{ total: 0, done: 0, inProgress: 0, overdue: 0, dueNext: 0 },
    people: new Map(),
  });
});

test("what is deleted is not there, and what is done is neither late nor in progress", () => {
  const late = { due: now - DAY, status: "in_progress", people: ["ana"] };
  const figures = boardFigures([card("done", late), card("gone", late)], columns, reading);
  expect(figures).toMatchObject({ total: 1, done: 1, inProgress: 0, overdue: 0, dueNext: 0 });
  expect(figures.people.size).toBe(0);
});

test.each([
  ["a moment ago", now - 1, { overdue: 1, dueNext: 0 }],
  ["now", now, { overdue: 0, dueNext: 1 }],
  ["today", endOfDay(0), { overdue: 0, dueNext: 1 }],
  ["in six days", endOfDay(6), { overdue: 0, dueNext: 1 }],
  ["in a week", endOfDay(7), { overdue: 0, dueNext: 0 }],
  ["never", null, { overdue: 0, dueNext: 0 }],
])("due %s", (_, due, expected) => {
  expect(boardFigures([card("todo", { due })], columns, reading)).toMatchObject(expected);
});

test("the day is that of the reader", () => {
  const cards = [card("todo", { due: endOfDay(6) })];
  expect(boardFigures(cards, columns, { now, zone: "Asia/Tokyo" }).dueNext).toBe(0);
});

test("people are told what they have to do, each task for everybody it is assigned to", () => {
  const cards = [
    card("todo", { people: ["ana", "ben"], due: now - DAY }),
    card("doing", { people: ["ben"] }),
    card("doing", { people: ["chidi"] }),
    card("doing", { people: ["chidi"] }),
    card("todo"),
    card("done", { people: ["ana"] }),
  ];
  const { people, total, done } = boardFigures(cards, columns, reading);
  expect([total, done]).toEqual([6, 1]);
  expect(byLoad(people)).toEqual([
    ["ben", { open: 2, overdue: 1 }],
    ["ana", { open: 1, overdue: 1 }],
    ["chidi", { open: 2, overdue: 0 }],
    [null, { open: 1, overdue: 0 }],
  ]);
});
