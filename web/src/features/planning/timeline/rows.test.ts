import { expect, test } from "vitest";
import type { CardRow } from "../../../contracts/rows";
import { cardBeside, GROUP_PX, indexAt, NOBODY, type Rows, rowAt, rowOf, rowsInSight, rowsOf } from "./rows";

const card = (id: string, column_id: string, assignee_ids: string[] = [], due = true) =>
  ({ id, column_id, assignee_ids, due_at: due ? 1 : null }) as unknown as CardRow;
const hasBar = (one: CardRow) => one.due_at !== null;
const cards = [
  card("a", "todo", ["ana", "ben"]),
  card("b", "todo"),
  card("c", "doing", ["ben"]),
  card("d", "doing", [], false),
];
const byColumn = (all: CardRow[], order: string[]) =>
  rowsOf({ cards: all, hasBar, groupsOf: (one) => [one.column_id], order, cardHeight: 36 });
const all = (rows: Rows) => Array.from({ length: rows.count }, (_, at) => rowAt(rows, at));
const keys = (rows: Rows) => all(rows).map((row) => row?.key);

test("cards with dates stand below their columns, in the order of the board; empty columns are left out", () => {
  const rows = byColumn(cards, ["todo", "review", "doing"]);
  expect(keys(rows)).toEqual(["todo", "todo a", "todo b", "doing", "doing c"]);
  expect(all(rows).map((row) => row?.top)).toEqual([0, GROUP_PX, GROUP_PX + 36, GROUP_PX + 72, 2 * GROUP_PX + 72]);
  expect(rows.height).toBe(2 * GROUP_PX + 3 * 36);
  expect(rowAt(rows, rows.count)).toBeUndefined();
});

test("a card of two people stands below both", () => {
  const groupsOf = (one: CardRow) => (one.assignee_ids.length > 0 ? one.assignee_ids : [NOBODY]);
  const rows = rowsOf({ cards, hasBar, groupsOf, order: ["ben", "ana", NOBODY], cardHeight: 36 });
  expect(keys(rows)).toEqual(["ben", "ben a", "ben c", "ana", "ana a", NOBODY, `${NOBODY} b`]);
  expect(rowOf(rows, "ana a")?.index).toBe(4);
  expect(rowOf(rows, "ben")?.index).toBe(0);
  expect(rowOf(rows, "ana c")).toBeUndefined();
});

test("without cards there is no row", () => {
  const rows = byColumn([], ["todo"]);
  expect(rows).toMatchObject({ groups: [], count: 0, height: 0 });
  expect(rowsInSight(rows, { top: 0, height: 800 }, "todo a")).toEqual([]);
});

test("of ten thousand rows a screenful is drawn, and the one with the focus", () => {
  const many = Array.from({ length: 10_000 }, (_, at) => card(String(at), "todo"));
  const rows = byColumn(many, ["todo"]);
  const shown = rowsInSight(rows, { top: 180_000, height: 800 }, "todo 3");
  expect(shown.length).toBeLessThan(45);
  expect(shown.at(-1)?.key).toBe("todo 3");
  expect(shown[0]?.top).toBeLessThan(180_000);
  expect((shown.at(-2)?.top ?? 0) + 36).toBeGreaterThan(180_800);
  expect(rowsInSight(rows, { top: 0, height: 800 }, "todo 3").filter((row) => row.key === "todo 3")).toHaveLength(1);
});

test("a height leads to its row", () => {
  const rows = byColumn(cards, []);
  for (const [at, row] of all(rows).entries()) {
    expect(indexAt(rows, row?.top ?? 0)).toBe(at);
    expect(indexAt(rows, (row?.top ?? 0) + (row?.height ?? 0) - 1)).toBe(at);
  }
  expect(indexAt(rows, -50)).toBe(0);
  expect(indexAt(rows, 99_999)).toBe(rows.count - 1);
});

test("up and down pass over the heads", () => {
  const rows = byColumn(cards, []);
  const from = (key: string, step: 1 | -1) => cardBeside(rows, rowOf(rows, key)?.index ?? 0, step)?.key;
  expect(from("todo a", 1)).toBe("todo b");
  expect(from("todo b", 1)).toBe("doing c");
  expect(from("doing c", -1)).toBe("todo b");
  expect(from("doing c", 1)).toBeUndefined();
  expect(from("todo a", -1)).toBeUndefined();
});
