import { expect, test } from "vitest";
import type { Finding } from "./findIn";
import { drawnRows, heightOf, layRows, scrollFor } from "./paletteRows";

const HEIGHTS = { group: 30, line: 40 };
const many = (count: number, group: string): Finding[] =>
  Array.from({ length: count }, (_, at) => ({ id: `${group}-${at}`, label: `${group} ${at}`, group }));

test("rows stand below each other, a name before each group", () => {
  const rows = layRows([...many(2, "A"), ...many(1, "B")], HEIGHTS);
  expect(rows.map((row) => [row.kind, row.top])).toEqual([
    ["group", 0],
    ["line", 30],
    ["line", 70],
    ["group", 110],
    ["line", 140],
  ]);
  expect(heightOf(rows)).toBe(180);
});

test("of thousands only those in sight are drawn, and the active one wherever it is", () => {
  const rows = layRows(many(2000, "A"), HEIGHTS);
  const drawn = drawnRows(rows, 4000, 400, 1999).flatMap((group) => group.rows);
  expect(drawn.length).toBeLessThan(30);
  expect(drawn.some((row) => row.kind === "line" && row.at === 1999)).toBe(true);
});

test("the list scrolls no further than it must, and shows the group's name with its first line", () => {
  const rows = layRows([...many(20, "A"), ...many(20, "B")], HEIGHTS);
  expect(scrollFor(rows, 0, 500, 400)).toBe(0);
  expect(scrollFor(rows, 3, 0, 400)).toBe(0);
  expect(scrollFor(rows, 20, 2000, 400)).toBe(830);
  expect(scrollFor(rows, 39, 0, 400)).toBe(1660 - 400);
});
