import { describe, expect, test } from "vitest";
import type { CardRow } from "../../../contracts/rows";
import type { Bar } from "./bars";
import { isLate, type LinkWish, linksInSight, pathOf, sideOf, spotsOf } from "./links";
import { rowsOf } from "./rows";
import { dayNumber, placeOf, scaleOf } from "./scale";

const TODAY = "2026-03-10";
const scale = scaleOf("weeks", TODAY);
const today = dayNumber(TODAY);
const card = (id: string, start: number | null, due: number | null, more: Partial<CardRow> = {}) =>
  ({ id, column_id: "todo", assignee_ids: [], completed_at: null, bar: { start, due }, ...more }) as unknown as CardRow;
const barOf = (one: CardRow) => (one as unknown as { bar: Bar }).bar;
const bar = (start: number | null, due: number | null): Bar => ({ start, due });

function links(cards: CardRow[], ties: [string, string][], wish: Partial<LinkWish> = {}, byPerson = false) {
  const rows = rowsOf({
    cards,
    hasBar: () => true,
    groupsOf: (one) => (byPerson ? one.assignee_ids : [one.column_id]),
    order: [],
    cardHeight: 36,
  });
  const all = ties.map(([blocker, waiting]) => ({ blocker, waiting }));
  const view = { top: 0, height: 800, from: today - 60, to: today + 60 };
  return linksInSight(all, { spots: spotsOf(rows, all), barOf, scale, view, middle: 18, ...wish });
}

test("a line leads from the end of what blocks to the start of what waits", () => {
  const [line] = links([card("a", today, today + 3), card("b", today + 5, today + 8)], [["a", "b"]]);
  expect(line).toMatchObject({
    state: "kept",
    x1: placeOf(scale, today + 4),
    x2: placeOf(scale, today + 5),
    y1: 34 + 18,
    y2: 34 + 36 + 18,
  });
});

describe("what starts before its blocker ends is late", () => {
  test.each<[string, Bar, Bar, boolean]>([
    ["the day after", bar(1, 4), bar(5, 8), false],
    ["on the day it ends: handed over some time of it", bar(1, 4), bar(4, 8), false],
    ["a day before", bar(1, 4), bar(3, 8), true],
    ["only due days are known, in order", bar(null, 4), bar(null, 4), false],
    ["only due days are known, the wrong way round", bar(null, 4), bar(null, 3), true],
    ["no end is known, but it starts later still", bar(4, null), bar(3, 8), true],
    ["no end is known", bar(4, null), bar(5, 8), false],
    ["a start after its due date does not count", bar(9, 4), bar(5, 8), false],
  ])("%s", (_, blocker, waiting, late) => {
    expect(isLate(blocker, waiting)).toBe(late);
  });

  test("but not where one of them is done", () => {
    const [first, second] = [card("a", today, today + 5), card("b", today + 1, today + 8)];
    expect(links([first, second], [["a", "b"]])[0]?.state).toBe("late");
    expect(links([{ ...first, completed_at: 1 }, second], [["a", "b"]])[0]?.state).toBe("done");
    expect(links([first, { ...second, completed_at: 1 }], [["a", "b"]])[0]?.state).toBe("done");
  });
});

test("no line leads to a card without a bar or a row", () => {
  expect(links([card("a", today, today)], [["a", "gone"]])).toEqual([]);
});

test("below people, a waiting card's rows are each tied to the nearest of its blocker", () => {
  const cards = [
    card("a", today, today, { assignee_ids: ["ana", "ben"] }),
    card("b", today + 3, today + 4, { assignee_ids: ["ana", "ben"] }),
  ];
  const found = links(cards, [["a", "b"]], {}, true);
  expect(found.map(({ y1, y2 }) => y2 - y1)).toEqual([36, 36]);
});

test("lines that end on the screen or cross it are drawn, others are not", () => {
  const cards = Array.from({ length: 200 }, (_, at) => card(String(at), today, today + 2));
  const view = { top: 3000, height: 400, from: today - 30, to: today + 30 };
  const found = links(
    cards,
    [
      ["85", "90"], // both in sight
      ["0", "90"], // one
      ["0", "199"], // crossing
      ["0", "1"], // above
      ["198", "199"], // below
    ],
    { view },
  );
  expect(found.map(({ blocker, waiting }) => `${blocker} ${waiting}`)).toEqual(["85 90", "0 90", "0 199"]);
  const away = { ...view, from: today + 40, to: today + 90 };
  expect(links(cards, [["85", "90"]], { view: away })).toEqual([]);
});

test("ten thousand dependencies draw a bounded number of lines, those that end in sight first", () => {
  const cards = Array.from({ length: 10_000 }, (_, at) => card(String(at), today, today + 2));
  const ties = cards.map((_, at): [string, string] => [String(at), String(9_999 - at)]);
  const found = links(cards, ties, { view: { top: 180_000, height: 800, from: today, to: today + 9 } });
  expect(found).toHaveLength(400);
  const isIn = (y: number) => y >= 179_760 && y <= 181_040;
  const ends = ({ y1, y2 }: { y1: number; y2: number }) => isIn(y1) || isIn(y2);
  expect(found.findLastIndex(ends)).toBe(found.filter(ends).length - 1);
  expect(found.filter(ends).length).toBeGreaterThan(40);
});

test("a diamond is left and reached beside it", () => {
  const only = bar(null, today);
  const middle = placeOf(scale, today) + scale.perDay / 2;
  expect(sideOf(only, scale, "start")).toBeLessThan(middle - 9);
  expect(sideOf(only, scale, "due")).toBeGreaterThan(middle + 9);
});

test("a line goes straight on where there is room, and back between the rows where there is none", () => {
  const numbers = (path: string) => (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
  const xs = (path: string) => numbers(path).filter((_, at) => at % 2 === 0);
  const forward = pathOf({ x1: 100, y1: 18, x2: 200, y2: 54 });
  expect(Math.min(...xs(forward))).toBe(100);
  expect(Math.max(...xs(forward))).toBe(200);
  const back = pathOf({ x1: 100, y1: 18, x2: 60, y2: 90 });
  expect([Math.min(...xs(back)), Math.max(...xs(back))]).toEqual([50, 110]);
  expect(back.startsWith("M100 18")).toBe(true);
  expect(back.endsWith("L60 90")).toBe(true);
  // However near they are, no part of it is no number.
  for (const y2 of [18, 17, 54]) expect(pathOf({ x1: 0, y1: 18, x2: 0, y2 })).not.toMatch(/NaN|Infinity/);
});
