import { expect, test } from "vitest";
import { edgeSpeed } from "./edgeSpeed";

test("nothing scrolls in the middle", () => {
  expect(edgeSpeed(500, 0, 1000)).toBe(0);
});

test("it scrolls towards the near end, faster the nearer", () => {
  expect(edgeSpeed(10, 0, 1000)).toBeLessThan(edgeSpeed(60, 0, 1000));
  expect(edgeSpeed(60, 0, 1000)).toBeLessThan(0);
  expect(edgeSpeed(990, 0, 1000)).toBeGreaterThan(edgeSpeed(940, 0, 1000));
});

test("beyond the edge it is as fast as it gets", () => {
  expect(edgeSpeed(-500, 0, 1000)).toBe(edgeSpeed(0, 0, 1000));
});

test("a short list keeps half of itself still", () => {
  expect(edgeSpeed(50, 0, 100)).toBe(0);
});
