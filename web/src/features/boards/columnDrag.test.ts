import { expect, test } from "vitest";
import { columnPlace } from "./columnDrag";

const boxes = [0, 300, 600].map((left) => ({ left, width: 280 }));

test("a column lands behind those whose middle it has passed", () => {
  expect(columnPlace(boxes, 50, false)).toBe(0);
  expect(columnPlace(boxes, 200, false)).toBe(1);
  expect(columnPlace(boxes, 2000, false)).toBe(3);
});

test("right to left counts from the other side", () => {
  const mirrored = [...boxes].reverse();
  expect(columnPlace(mirrored, 880, true)).toBe(0);
  expect(columnPlace(mirrored, 500, true)).toBe(1);
  expect(columnPlace(mirrored, 10, true)).toBe(3);
});

test("columns out of sight before the first seen one count as passed", () => {
  expect(columnPlace([null, null, ...boxes], 10, false)).toBe(2);
});
