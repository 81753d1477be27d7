import { expect, test } from "vitest";
import { placeAt } from "./placeAt";

test.each([
  [0, 0],
  [50, 1],
  [70, 1],
  [500, 3],
])("a line held at %i lands at place %i", (y, place) => {
  expect(placeAt([40, 90, 140], y)).toBe(place);
});
