import { afterEach, expect, test, vi } from "vitest";
import { ApiError, api } from "../kits/apikit";
import type { Sync } from "../sync/sync";
import { mayLeave } from "./leaving";

type Told = "clean" | "unsent";
function fakeSync(pending: number, answers: Told[]) {
  const erased: boolean[] = [];
  const sync = {
    connection: { now: { state: "offline", pending } },
    signOut: async ({ erase = false }) => {
      erased.push(erase);
      return answers.shift() ?? "clean";
    },
  };
  return { sync: sync as unknown as Sync, erased };
}

afterEach(() => vi.restoreAllMocks());
const server = () => vi.spyOn(api, "get");

test("with nothing unsent one leaves without a question", async () => {
  server().mockResolvedValue({});
  const { sync, erased } = fakeSync(0, ["clean"]);
  expect(await mayLeave(sync)).toBe(true);
  expect(erased).toEqual([false]);
});

test("nothing is erased while the server cannot be reached", async () => {
  server().mockRejectedValue(new ApiError(0, "offline"));
  const { sync, erased } = fakeSync(0, []);
  await expect(mayLeave(sync)).rejects.toThrow("offline");
  expect(erased).toEqual([]);
});

test("a session that ended elsewhere is no reason to stay", async () => {
  server().mockRejectedValue(new ApiError(401, "signed_out"));
  expect(await mayLeave(fakeSync(0, ["clean"]).sync)).toBe(true);
});

test("what is left without counting holds nobody back", async () => {
  server().mockResolvedValue({});
  const { sync, erased } = fakeSync(0, ["unsent", "clean"]);
  expect(await mayLeave(sync)).toBe(true);
  expect(erased).toEqual([false, true]);
});
