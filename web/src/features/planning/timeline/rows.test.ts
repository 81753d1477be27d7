import { expect, test } from "vitest";
import type { CardRow } from "../../../contracts/rows";
import { GROUP_PX, heightOf, NOBODY, rowAt, rowsInSight, rowsOf } from "./rows";

const card = (id: string, column_id: string, assignee_ids: string[] = [], due = true) =>
  ({ id, column_id, assignee_ids, due_at: due ? 1 : null }) as unknown as CardRow;
const barOf = (one: CardRow) => (one.due_at === null ? null : { start: null, due: 5 });
const cards = [
  card("a", "todo", ["ana", "ben"]),
  card("b", "todo"),
  card("c", "doing", ["ben"]),
  card("d", "doing", [], false),
];
const keys = (rows: { key: string }[]) => rows.map((row) => row.key);

test("cards with dates stand below their columns, in the order of the board; empty columns are left out", () => {
  const rows = rowsOf({
    cards,
    barOf,
    groupsOf: (one) => [one.column_id],
    order: ["todo", "review", "doing"],
    cardHeight: 36,
  });
  expect(keys(rows)).toEqual(["todo", "todo a", "todo b", "doing", "doing c"]);
  expect(rows.map((row) => row.top)).toEqual([0, GROUP_PX, GROUP_PX + 36, GROUP_PX + 72, 2 * GROUP_PX + 72]);
  expect(heightOf(rows)).toBe(2 * GROUP_PX + 3 * 36);
});

test("a card of two people stands below both", () => {
  const groupsOf = (one: CardRow) => (one.assignee_ids.length > 0 ? one.assignee_ids : [NOBODY]);
  const rows = rowsOf({ cards, barOf, groupsOf, order: ["ben", "ana", NOBODY], cardHeight: 36 });
  expect(keys(rows)).toEqual(["ben", "ben a", "ben c", "ana", "ana a", NOBODY, `${NOBODY} b`]);
});

test("of ten thousand rows a screenful is drawn, and the one with the focus", () => {
  const many = Array.from({ length: 10_000 }, (_, at) => card(String(at), "todo"));
  const rows = rowsOf({ cards: many, barOf, groupsOf: (one) => [one.column_id], order: ["todo"], cardHeight: 36 });
  const shown = rowsInSight(rows, { top: 180_000, height: 800 }, "todo 3");
  expect(shown.length).toBeLessThan(45);
  expect(keys(shown)).toContain("todo 3");
  const [first, last] = [shown[0], shown.at(-2)];
  expect(first?.top).toBeLessThan(180_000);
  expect((last?.top ?? 0) + 36).toBeGreaterThan(180_800);
  expect(rowsInSight(rows, { top: 0, height: 800 }, "todo 3").filter((row) => row.key === "todo 3")).toHaveLength(1);
});

test("a height leads to its row", () => {
  const rows = rowsOf({ cards, barOf, groupsOf: (one) => [one.column_id], order: [], cardHeight: 36 });
  for (const [at, row] of rows.entries()) {
    expect(rowAt(rows, row.top)).toBe(at);
    expect(rowAt(rows, row.top + row.height - 1)).toBe(at);
  }
  expect(rowAt(rows, -50)).toBe(0);
  expect(rowAt(rows, 99_999)).toBe(rows.length - 1);
});
