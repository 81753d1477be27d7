import { expect, test } from "vitest";
import { outOfSight } from "./outOfSight";

/** A hundred cards of 100 px with 8 px between them. */
const spans = Array.from({ length: 100 }, (_, at) => ({ start: at * 108, size: 100 }));
const look = (places: number[], top: number, bottom = top + 500) => outOfSight(places, spans, top, bottom);

test("all in sight: nothing to go to", () => {
  expect(look([0, 1, 4], 0)).toEqual({ above: 0, nextAbove: -1, below: 0, nextBelow: -1 });
});

test("what lies above and below is counted, and the nearest named", () => {
  expect(look([0, 3, 10, 12, 50, 99], 1080)).toEqual({ above: 2, nextAbove: 3, below: 2, nextBelow: 50 });
});

test("a card cut at the edge is in sight while its middle is", () => {
  expect(look([0], 50).above).toBe(0);
  expect(look([0], 51).above).toBe(1);
  expect(look([5], 0, 590).below).toBe(0);
  expect(look([5], 0, 589).below).toBe(1);
});

test("an empty list has neither", () => {
  expect(outOfSight([], [], 0, 100)).toEqual({ above: 0, nextAbove: -1, below: 0, nextBelow: -1 });
});
