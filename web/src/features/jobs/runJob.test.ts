import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Toast, toasts } from "../../ui/toasts";
import { runJob } from "./runJob";

const job = { id: "j", kind: "k", state: "running", code: "", done: 0, total: 10 };
let answers: (object | number)[] = [];
let asked: string[] = [];
let told: Toast[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  told = [];
  vi.spyOn(toasts, "add").mockImplementation((toast) => told.push(toast));
  vi.spyOn(toasts, "become").mockImplementation((_id, toast) => void told.push(toast));
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    asked.push(`${init?.method ?? "GET"} ${path}`);
    const answer = path.endsWith("/cancel") || path.endsWith("/me") ? job : (answers.shift() ?? job);
    if (answer === 0) throw new TypeError("offline");
    return new Response(JSON.stringify(answer), { status: typeof answer === "number" ? answer : 200 });
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function run(words = { doing: "Doing", done: "Done", isUndoable: true }) {
  const end = runJob("k", {}, words);
  await vi.advanceTimersByTimeAsync(10_000);
  return end;
}

test("a job of a moment shows its end only", async () => {
  answers = [job, { ...job, state: "done", done: 10 }];
  expect((await run())?.state).toBe("done");
  expect(told).toEqual([{ kind: "done", text: "Done", action: expect.objectContaining({ label: "Undo" }) }]);
});

test("a longer one shows how far it is, also across a lost connection", async () => {
  answers = [job, { ...job, done: 3 }, 0, { ...job, done: 6 }, { ...job, state: "done", done: 10 }];
  await run();
  expect(told.map((toast) => toast.progress?.done)).toEqual([3, 3, 6, undefined]);
});

test("stopped, it says how far it came", async () => {
  answers = [job, { ...job, done: 4 }, { ...job, state: "cancelled", done: 5 }];
  await run();
  told[0]?.action?.run();
  expect(told.at(-1)?.text).toBe("Stopped after 5 of 10.");
  await vi.advanceTimersByTimeAsync(0);
  expect(asked.some((one) => one === "POST /api/v1/jobs/j/cancel")).toBe(true);
});

test("refused, it says why", async () => {
  answers = [{ ...job, state: "failed", code: "card_completed" }];
  await run();
  expect(told).toEqual([{ kind: "error", text: expect.stringContaining("completed"), action: undefined }]);
});
