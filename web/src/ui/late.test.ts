import { afterEach, expect, test, vi } from "vitest";
import { comesAtLast } from "./late";

afterEach(() => vi.restoreAllMocks());

const failing = (times: number) => {
  let left = times;
  return vi.fn(async () => {
    if (left-- > 0) throw new TypeError("Failed to fetch");
    return "there";
  });
};

test("what did not come is asked for again", async () => {
  const load = failing(2);
  expect(await comesAtLast(load, [1, 1, 1])).toBe("there");
  expect(load).toHaveBeenCalledTimes(3);
});

test("without a network it is asked for when there is one again", async () => {
  const isOnline = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  const load = failing(1);
  const coming = comesAtLast(load, [60_000]);
  await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(1));
  await Promise.resolve();
  isOnline.mockReturnValue(true);
  window.dispatchEvent(new Event("online"));
  expect(await coming).toBe("there");
});

test("what never comes is an error at last", async () => {
  await expect(comesAtLast(failing(9), [1, 1])).rejects.toThrow("Failed to fetch");
});
