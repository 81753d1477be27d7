import { expect, test } from "vitest";
import { toCsv } from "./csv";
import { duration, inDays } from "./durations";
import type { Flow } from "./flowData";
import { cardRows, dayRows } from "./flowRows";
import { highest, stack } from "./stack";

const columns = [
  { id: "done", counts: [0, 1, 2] },
  { id: "todo", counts: [4, 3, 1] },
];

test("columns lie on each other, and the highest day fills the drawing", () => {
  expect(highest(columns)).toBe(4);
  expect(stack(columns, 4)).toMatchObject([
    { id: "done", edge: "M0 100 L50 75 L100 50", area: "M0 100 L50 75 L100 50 L100 100 L50 100 L0 100 Z" },
    { id: "todo", edge: "M0 0 L50 0 L100 25", area: "M0 0 L50 0 L100 25 L100 50 L50 75 L0 100 Z" },
  ]);
});

test("an empty board is drawn flat, and a single day at its place", () => {
  expect(stack([{ id: "todo", counts: [0] }], 0)).toMatchObject([
    { id: "todo", edge: "M0 100", area: "M0 100 L0 100 Z" },
  ]);
  expect(stack([], 0)).toEqual([]);
  expect(highest([])).toBe(0);
});

test.each([
  [0, "0 minutes"],
  [40 * 60_000, "40 minutes"],
  [5.4 * 3_600_000, "5 hours"],
  [60 * 3_600_000, "2.5 days"],
  [40.4 * 86_400_000, "40 days"],
])("%d ms is %s", (ms, words) => {
  expect(duration(ms, "en")).toBe(words);
});

test("days for a spreadsheet have one digit", () => {
  expect(inDays(60 * 3_600_000)).toBe(2.5);
});

test("what looks like a formula stays text, and what holds a comma stays one cell", () => {
  const told = toCsv([
    ["=1+1", "+49", "-x", "@a", 'a "b", c'],
    ["two\nlines", -3, "plain"],
  ]);
  expect(told).toBe('\uFEFF\'=1+1,\'+49,\'-x,\'@a,"a ""b"", c"\r\n"two\nlines",-3,plain\r\n');
  const sly = toCsv([["  =1", "\t=1", "\r=1", "\n=1", "＝1", "a;=1", "\u00A0+1", "a-b"]]);
  expect(sly).toBe(`\uFEFF'  =1,"'\t=1","'\r=1","'\n=1",'＝1,"a;=1",'\u00A0+1,a-b\r\n`);
});

test("figures have heads, and what nobody knows stays empty", () => {
  const column = { kind: "normal", pace: null };
  const card = { id: "a", title: "=a", number: 1, completed_at: 0, lead: 86_400_000, columns: { doing: 43_200_000 } };
  const flow: Flow = {
    days: ["2026-03-10"],
    columns: [
      { id: "todo", name: "To Do", counts: [2], ...column },
      { id: "doing", name: "Doing", counts: [1], ...column },
    ],
    unknown: [0],
    known_from: null,
    done: [1],
    lead: null,
    cycle: null,
    cards: [
      { ...card, cycle: 3_600_000 * 12 },
      { ...card, cycle: null },
    ],
  };
  const nameOf = ({ name }: { name: string }) => name;
  expect(dayRows(flow, nameOf)).toEqual([
    ["Day", "To Do", "Doing", "Completed that day"],
    ["2026-03-10", 2, 1, 1],
  ]);
  expect(cardRows(flow, nameOf)).toEqual([
    ["Task", "From new to completed, days", "From begun to completed, days", "To Do", "Doing"],
    ["=a", 1, 0.5, 0, 0.5],
    ["=a", 1, "", "", 0.5],
  ]);
});
