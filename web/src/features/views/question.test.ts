import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Question } from "./question";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A question whose answers take so long. */
function asking(took: number) {
  const times: number[] = [];
  let running = 0;
  let most = 0;
  const question = new Question(async () => {
    times.push(Date.now());
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, took));
    running -= 1;
  });
  return { question, times, most: () => most };
}

test("whatever happens in a second is one question", async () => {
  const { question, times } = asking(10);
  const from = Date.now();
  for (let at = 0; at < 50; at += 1) {
    question.soon();
    await vi.advanceTimersByTimeAsync(50);
  }
  await vi.advanceTimersByTimeAsync(2_000);
  expect(times.map((time) => time - from)).toEqual([0, 1_000, 2_000, 3_000]);
});

test("never two at a time, so no older answer comes after a newer; what happens meanwhile is asked about afterwards", async () => {
  const { question, times, most } = asking(400);
  question.soon();
  await vi.advanceTimersByTimeAsync(100);
  question.soon();
  const more = question.now();
  await vi.advanceTimersByTimeAsync(10_000);
  await more;
  expect(most()).toBe(1);
  expect(times.length).toBeGreaterThanOrEqual(2);
});

test("slow answers make the questions rarer", async () => {
  const { question, times } = asking(2_000);
  for (let at = 0; at < 150; at += 1) {
    question.soon();
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(times).toHaveLength(2);
});

test("a page that nobody looks at asks nothing", async () => {
  const { question, times } = asking(10);
  vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  question.soon();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(times).toEqual([]);
});

test("a question that fails is asked again", async () => {
  let count = 0;
  const question = new Question(async () => {
    count += 1;
    throw new Error("no network");
  });
  await expect(question.now()).rejects.toThrow();
  await expect(question.now()).rejects.toThrow();
  expect(count).toBe(2);
});
