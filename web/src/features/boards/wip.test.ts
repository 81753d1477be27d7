import { expect, test } from "vitest";
import { wipCount } from "./wip";

test("without a limit, or with limits off, it is the count alone", () => {
  expect(wipCount(4, null, "warn")).toEqual({ text: "4", isOver: false, isFull: false });
  expect(wipCount(9, 5, "off").text).toBe("9");
});

test("at the limit it is full, above it over", () => {
  expect(wipCount(4, 5, "warn")).toEqual({ text: "4/5", isOver: false, isFull: false });
  expect(wipCount(5, 5, "block")).toEqual({ text: "5/5", isOver: false, isFull: true });
  expect(wipCount(6, 5, "warn")).toEqual({ text: "6/5", isOver: true, isFull: true });
});

test("large counts are grouped as the reader does", () => {
  expect(wipCount(10_000, null, "warn", "de").text).toBe("10.000");
});
