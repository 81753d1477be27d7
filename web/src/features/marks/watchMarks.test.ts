import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ApiError, api } from "../../kits/apikit";
import type { Sync } from "../../sync/sync";
import { keepMarks, recallMarks } from "./keptMarks";
import { marksStore } from "./marksStore";
import { watchMarks } from "./watchMarks";

const stop = () => undefined;
const sync = {
  person: "ana",
  open: () => stop,
  store: { read: () => undefined, watchers: { watch: () => stop } },
  serverNow: () => 9,
} as unknown as Sync;
const told = { marks: { ink: { title: 5 } }, floor: 1, is_behind: false };
const titleAt = () => marksStore.of("ink")?.get("title");

let leave: () => void;

beforeEach(() => keepMarks("ana", "plan", told));
afterEach(() => {
  leave();
  vi.restoreAllMocks();
  localStorage.clear();
});

it("shows without a connection what was told last", async () => {
  vi.spyOn(api, "get").mockRejectedValue(new TypeError("Failed to fetch"));
  leave = watchMarks(sync, "plan");
  await vi.waitFor(() => expect(titleAt()).toBe(5));
});

it("keeps what is told, and shows that instead", async () => {
  const now = { ...told, marks: { oak: { due: 7 } } };
  vi.spyOn(api, "get").mockResolvedValue(now);
  leave = watchMarks(sync, "plan");
  await vi.waitFor(() => expect(marksStore.of("oak")?.get("due")).toBe(7));
  expect(titleAt()).toBeUndefined();
  expect(recallMarks("ana", "plan")).toEqual(now);
});

it("forgets the marks of a board that is not there any more", async () => {
  vi.spyOn(api, "get").mockRejectedValue(new ApiError(404, "not_found"));
  leave = watchMarks(sync, "plan");
  await vi.waitFor(() => expect(recallMarks("ana", "plan")).toBeUndefined());
  expect(titleAt()).toBeUndefined();
});
