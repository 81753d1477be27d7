import { afterEach, expect, test, vi } from "vitest";
import { Highlight } from "./highlight";

afterEach(() => {
  vi.restoreAllMocks();
  sessionStorage.clear();
});

const picked = new Map([
  ["a", "x"],
  ["c", "y"],
]);
const counts = new Map([["x", 1]]);

test("nothing is highlighted at first, and every card stands in its list", () => {
  const highlight = new Highlight("k");
  const ids = ["a", "b"];
  expect([highlight.wish, highlight.of("a"), highlight.countIn("x")]).toEqual([null, null, null]);
  expect(highlight.shown(ids)).toBe(ids);
});

test("cards and columns know where they stand", () => {
  const highlight = new Highlight("k");
  highlight.show(picked, counts, false);
  expect([highlight.of("a"), highlight.of("b")]).toEqual(["on", "off"]);
  expect([highlight.countIn("x"), highlight.countIn("z")]).toEqual([1, 0]);
  const ids = ["a", "b", "c"];
  expect(highlight.shown(ids)).toBe(ids);
  highlight.show(picked, counts, true);
  expect(highlight.shown(ids)).toEqual(["a", "c"]);
});

test("a card’s element is kept right while it is there", () => {
  const highlight = new Highlight("k");
  highlight.show(picked, counts, false);
  const [a, b] = [document.createElement("div"), document.createElement("div")];
  const stops = [highlight.light("a", a), highlight.light("b", b)];
  expect([a.dataset.lit, b.dataset.lit]).toEqual(["on", "off"]);
  highlight.show(new Map([["b", "x"]]), counts, false);
  expect([a.dataset.lit, b.dataset.lit]).toEqual(["off", "on"]);
  highlight.show(null, counts, false);
  expect([a, b].some((one) => one.hasAttribute("data-lit"))).toBe(false);
  for (const stop of stops) stop();
  highlight.show(picked, counts, false);
  expect(a.hasAttribute("data-lit")).toBe(false);
});

test("a wish is kept for this board while the tab lives, and each change is told once", () => {
  const highlight = new Highlight("k");
  const listener = vi.fn();
  const stop = highlight.watch(listener);
  highlight.ask("wish");
  highlight.ask("wish");
  expect(listener).toHaveBeenCalledTimes(1);
  expect([new Highlight("k").wish, new Highlight("another").wish]).toEqual(["wish", null]);
  highlight.ask(null);
  expect(new Highlight("k").wish).toBeNull();
  stop();
  highlight.ask("again");
  expect(listener).toHaveBeenCalledTimes(2);
});

test("where the browser keeps nothing, a wish lives as long as the page", () => {
  vi.spyOn(Storage.prototype, "getItem").mockImplementation(() => {
    throw new Error("denied");
  });
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new Error("denied");
  });
  const highlight = new Highlight("k");
  highlight.ask("wish");
  expect(highlight.wish).toBe("wish");
});
