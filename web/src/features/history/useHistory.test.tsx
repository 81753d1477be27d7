import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { VirtualClock } from "../../../test-support/sync/clock";
import { newClient } from "../../../test-support/sync/fakeClient";
import { FakeServer } from "../../../test-support/sync/fakeServer";
import { SyncContext } from "../../sync/context";
import { useHistory } from "./useHistory";

let newest: number;
let isBroken: boolean;
const asked: string[] = [];

/** Entries `newest` … 1, three a page. */
function answer(path: string): Response {
  asked.push(path);
  const before = Number(/before=(\d+)/.exec(path)?.[1] ?? newest + 1);
  const ids = [before - 1, before - 2, before - 3].filter((id) => id > 0);
  const last = ids.at(-1) ?? 1;
  const entries = ids.map((id) => ({ id: `${id}.0`, at: id }));
  return Response.json({ entries, next: last > 1 ? `${last}.0` : null, people: [], cards: [] });
}

beforeEach(() => {
  newest = 5;
  isBroken = false;
  asked.length = 0;
  vi.stubGlobal("fetch", async (path: string) => {
    if (isBroken) throw new Error("no network");
    return answer(path);
  });
});

function opened() {
  const clock = new VirtualClock();
  const client = newClient({ server: new FakeServer(() => clock.now), clock });
  const wrapper = ({ children }: { children: ReactNode }) => <SyncContext value={client.sync}>{children}</SyncContext>;
  const use = ({ version }: { version: unknown }) => useHistory("/history?", version, 0);
  return renderHook(use, { wrapper, initialProps: { version: 1 } });
}

const shown = (hook: ReturnType<typeof opened>) => hook.result.current.pages.entries.map((entry) => entry.at);

test("shows the newest, and what is below when asked", async () => {
  const hook = opened();
  expect(hook.result.current.state).toBe("loading");
  await waitFor(() => expect(shown(hook)).toEqual([5, 4, 3]));
  act(() => hook.result.current.loadMore());
  await waitFor(() => expect(shown(hook)).toEqual([5, 4, 3, 2, 1]));
  expect(hook.result.current.pages.next).toBeNull();
  act(() => hook.result.current.loadMore());
  expect(asked).toHaveLength(2);
});

test("another version brings what is new and keeps what was read", async () => {
  const hook = opened();
  await waitFor(() => expect(shown(hook)).toEqual([5, 4, 3]));
  act(() => hook.result.current.loadMore());
  await waitFor(() => expect(shown(hook)).toHaveLength(5));
  newest = 6;
  hook.rerender({ version: 2 });
  await waitFor(() => expect(shown(hook)).toEqual([6, 5, 4, 3, 2, 1]));
});

test("says when it cannot be read, tries again, and keeps what it has", async () => {
  isBroken = true;
  const hook = opened();
  await waitFor(() => expect(hook.result.current.state).toBe("failed"));
  isBroken = false;
  act(() => hook.result.current.retry());
  await waitFor(() => expect(shown(hook)).toEqual([5, 4, 3]));
  isBroken = true;
  hook.rerender({ version: 2 });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(hook.result.current.state).toBe("ready");
});
