import { describe, expect, test } from "vitest";
import { neighboursAmong, neighboursAt, placeAmongShown, shiftOf, slotAt, withMoved } from "./slots";

/** Five cards of 100 px with 8 px between them. */
const spans = [0, 108, 216, 324, 432].map((start) => ({ start, size: 100 }));

describe("the place under the pointer", () => {
  test("in another column it is before the first card whose middle lies below", () => {
    expect(slotAt(spans, 0, -1)).toBe(0);
    expect(slotAt(spans, 51, -1)).toBe(1);
    expect(slotAt(spans, 158, -1)).toBe(1);
    expect(slotAt(spans, 159, -1)).toBe(2);
    expect(slotAt(spans, 9_999, -1)).toBe(5);
  });

  test("an empty column has one place", () => {
    expect(slotAt([], 300, -1)).toBe(0);
  });

  test("in its own column a card lies where it was until its middle passes a neighbour's", () => {
    for (const [from, span] of spans.entries()) expect(slotAt(spans, span.start + 50, from)).toBe(from);
    expect(slotAt(spans, 216 + 50 + 60, 2)).toBe(3);
    expect(slotAt(spans, 216 + 50 - 60, 2)).toBe(2);
    expect(slotAt(spans, 157, 2)).toBe(1);
  });

  test("the last place of its own column leaves the card itself out", () => {
    expect(slotAt(spans, 9_999, 0)).toBe(4);
  });
});

describe("making way", () => {
  test("cards from the place on move down in a column that is entered", () => {
    expect([0, 1, 2, 3].map((index) => shiftOf(index, -1, 2))).toEqual([0, 0, 1, 1]);
  });

  test("cards behind move up in a column that is left", () => {
    expect([0, 1, 2, 3].map((index) => shiftOf(index, 1, -1))).toEqual([0, 0, -1, -1]);
  });

  test("within one column only the cards between move", () => {
    expect([0, 1, 2, 3, 4].map((index) => shiftOf(index, 1, 3))).toEqual([0, 0, -1, -1, 0]);
    expect([0, 1, 2, 3, 4].map((index) => shiftOf(index, 3, 1))).toEqual([0, 1, 1, 0, 0]);
  });

  test("nothing moves when the card has arrived", () => {
    expect([0, 1, 2, 3].map((index) => shiftOf(index, 2, 2))).toEqual([0, 0, 0, 0]);
  });
});

describe("what is sent", () => {
  const ids = ["a", "b", "c", "d"];

  test("neighbours are those among the cards that stay", () => {
    expect(neighboursAt(ids, "b", 0)).toEqual({ after: null, before: "a" });
    expect(neighboursAt(ids, "b", 2)).toEqual({ after: "c", before: "d" });
    expect(neighboursAt(ids, "x", 4)).toEqual({ after: "d", before: null });
  });

  test("the order shown by the keyboard is the order that will be", () => {
    expect(withMoved(ids, "b", 2)).toEqual(["a", "c", "b", "d"]);
    expect(withMoved(ids, "x", 0)).toEqual(["x", "a", "b", "c", "d"]);
    expect(withMoved(ids, "b", -1)).toEqual(["a", "c", "d"]);
    expect(withMoved(ids, "x", -1)).toBe(ids);
  });
});

describe("where only some cards are shown", () => {
  const all = ["a", "b", "c", "d", "e", "f"];
  const shown = ["b", "d", "f"];

  test("a card goes right behind the one it is dropped behind, and those out of sight stay where they are", () => {
    expect(neighboursAmong(all, shown, ["f"], "f", 1)).toEqual({ after: "b", before: "c" });
    expect(neighboursAmong(all, shown, ["b"], "b", 2)).toEqual({ after: "f", before: null });
  });

  test("before the first it goes right before that", () => {
    expect(neighboursAmong(all, shown, ["d"], "d", 0)).toEqual({ after: "a", before: "b" });
  });

  test("where none is shown it goes last", () => {
    expect(neighboursAmong(all, [], ["x"], "x", 0)).toEqual({ after: "f", before: null });
    expect(neighboursAmong([], [], ["x"], "x", 0)).toEqual({ after: null, before: null });
  });

  test("those that go along are no neighbours", () => {
    expect(neighboursAmong(all, shown, ["b", "c"], "b", 1)).toEqual({ after: "d", before: "e" });
  });

  test("where all are shown nothing is different", () => {
    expect(neighboursAmong(all, all, ["b"], "b", 2)).toEqual({ after: "c", before: "d" });
  });

  test("a place that a list gives among all is the one among those shown", () => {
    expect([0, 1, 2, 3, 4, 5].map((to) => placeAmongShown(all, shown, "x", to))).toEqual([0, 0, 1, 1, 2, 2]);
    expect(placeAmongShown(all, shown, "b", 3)).toBe(1);
    expect(placeAmongShown(all, all, "b", 3)).toBe(3);
  });
});
