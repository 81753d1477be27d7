import { afterEach, beforeEach, expect, test, vi } from "vitest";

const load = vi.fn(async () => "there");

beforeEach(() => {
  load.mockClear();
  vi.resetModules();
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

test("a part is asked for once the page is drawn, then at once", async () => {
  const { oncePageStands, pageIsDrawn } = await import("./standing");
  const coming = oncePageStands(load);
  await vi.advanceTimersByTimeAsync(500);
  expect(load).not.toHaveBeenCalled();
  pageIsDrawn();
  await vi.advanceTimersByTimeAsync(50);
  expect(await coming).toBe("there");
  void oncePageStands(load);
  expect(load).toHaveBeenCalledTimes(2);
});

test("a page that never says so gets its parts a second later", async () => {
  const { oncePageStands } = await import("./standing");
  void oncePageStands(load);
  await vi.advanceTimersByTimeAsync(999);
  expect(load).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(load).toHaveBeenCalledTimes(1);
});
