import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { store } from "../../sync/hooks";
import type { Answer, Sync } from "../../sync/sync";
import { type Toast, toasts } from "../../ui/toasts";
import { sendInParts } from "./sendInParts";

const ids = (count: number) => Array.from({ length: count }, (_, at) => `c${at}`);
let told: Toast[] = [];
let sent: { ids: string[]; group: string | undefined }[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  sent = [];
  vi.spyOn(toasts, "add").mockImplementation((toast) => told.push(toast));
  vi.spyOn(toasts, "become").mockImplementation((_id, toast) => void told.push(toast));
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Each part takes `ms` to be answered. */
function syncOf(ms: number, answers: Answer[] = [], ties: { card_id: string }[] = []): Sync {
  const send = async (_verb: string, args: { card_ids: string[] }, { group }: { group?: string }) => {
    sent.push({ ids: args.card_ids, group });
    await vi.advanceTimersByTimeAsync(ms);
    return answers.shift() ?? { s: "done" };
  };
  return { send, store: { all: () => ties } } as unknown as Sync;
}

const options = { args: { status: "ready" as const }, doing: "Doing" };

test("few cards are one command, without a word", async () => {
  const { answer, done } = await sendInParts(syncOf(10), "card.set_status", ids(400), options);
  expect([answer.s, done, sent.length, told]).toEqual(["done", 400, 1, []]);
});

test("many are several commands and one step of undo, and the line says how far it is", async () => {
  const { done, group } = await sendInParts(syncOf(300), "card.set_status", ids(1500), options);
  expect(sent.map((part) => part.ids.length)).toEqual([400, 400, 400, 300]);
  expect(new Set(sent.map((part) => part.group))).toEqual(new Set([group]));
  expect(done).toBe(1500);
  expect(told.map((toast) => toast.progress?.done)).toEqual([800, 1200]);
});

test("stopped, it drops what is not sent yet", async () => {
  const sync = syncOf(500);
  vi.mocked(toasts.add).mockImplementation((toast) => {
    toast.action?.run();
    return told.push(toast);
  });
  expect((await sendInParts(sync, "card.set_status", ids(4000), options)).done).toBe(400);
  expect(sent.length).toBe(1);
});

test("the first refusal ends it", async () => {
  const refused: Answer = { s: "refused", code: "card_completed", args: {} };
  const { answer, done } = await sendInParts(
    syncOf(1, [{ s: "done" }, refused]),
    "card.set_status",
    ids(1500),
    options,
  );
  expect([answer, done, sent.length]).toEqual([refused, 400, 2]);
});

test("cards deleted for ever go in parts that count their checklists and dependencies", async () => {
  const ties = Array.from({ length: 20 }, () => ({ card_id: "c60" }));
  const totals: Record<string, number> = { c0: 390, c1: 5, c2: 100, c3: 900, c61: 300 };
  vi.spyOn(store, "read").mockImplementation(((_table: string, id: string) => ({
    checklist_total: totals[id] ?? 0,
  })) as never);
  await sendInParts(syncOf(1, [], ties), "card.purge", ids(150), { args: {}, doing: "Doing" });
  expect(sent.map((part) => part.ids.length)).toEqual([2, 1, 1, 60, 86]);
});
