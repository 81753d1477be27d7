import { afterEach, beforeEach, expect, test, vi } from "vitest";

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetModules();
});
afterEach(() => {
  vi.useRealTimers();
});

async function page() {
  const moved = await import("./moved");
  const said: object[] = [];
  return { ...moved, said, send: (message: object) => said.push(message) };
}

test("a page with listeners asks once, on each connection, and says when nobody listens any more", async () => {
  const { onMoved, connectMoved, said, send } = await page();
  const heard: (readonly string[])[] = [];
  const stops = [onMoved((boards) => heard.push(boards)), onMoved(() => {})];
  connectMoved(send);
  expect(said).toEqual([{ t: "pulse", on: true }]);
  expect(heard).toEqual([]);
  connectMoved(send);
  expect(said).toHaveLength(2);
  expect(heard, "what moved meanwhile was missed").toEqual([[]]);
  for (const stop of stops) stop();
  onMoved(() => {})();
  expect(said, "gone for a moment only").toHaveLength(2);
  vi.advanceTimersByTime(10_000);
  expect(said.slice(2)).toEqual([{ t: "pulse", on: false }]);
});

test("without listeners nothing is asked", async () => {
  const { connectMoved, onMoved, said, send } = await page();
  connectMoved(send);
  expect(said).toEqual([]);
  onMoved(() => {});
  expect(said).toEqual([{ t: "pulse", on: true }]);
});

test("where many hear the same, a page waits its time and tells all at once", async () => {
  const { hearMoved, onMoved } = await page();
  const heard: (readonly string[])[] = [];
  onMoved((boards) => heard.push(boards));
  hearMoved(["a"]);
  expect(heard).toEqual([["a"]]);
  hearMoved(["a", "b"], 1_000);
  hearMoved(["c"], 1_000);
  expect(heard).toHaveLength(1);
  vi.advanceTimersByTime(1_000);
  expect(heard.slice(1)).toEqual([["a", "b", "c"]]);
  hearMoved(["a"], 1_000);
  hearMoved([], 1_000);
  vi.advanceTimersByTime(1_000);
  expect(heard[2], "no boards stand for all").toEqual([]);
});
