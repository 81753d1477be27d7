import { expect, test } from "vitest";
import { neighboursIn } from "./neighbours";

test.each([
  ["a", -1, undefined, "b"],
  ["b", -1, "a", "c"],
  ["c", -1, "b", undefined],
  ["stranger", -1, undefined, undefined],
])("beside %s", (cardId, at, previous, next) => {
  expect(neighboursIn(["a", "b", "c"], cardId, at)).toEqual({ previous, next });
});

test("who has left the list stays between the two it stood between", () => {
  expect(neighboursIn(["a", "c"], "b", 1)).toEqual({ previous: "a", next: "c" });
  expect(neighboursIn(["b", "c"], "a", 0)).toEqual({ previous: undefined, next: "b" });
});
