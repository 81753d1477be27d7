import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ApiError } from "../../kits/apikit";
import type { HomeData } from "../home/homeData";
import type { SearchAnswer } from "./answer";
import type { SearchQuery } from "./query";
import { SearchNote } from "./SearchNote";
import { useFound } from "./useFound";

const server = vi.hoisted(() => ({ get: vi.fn() }));
const net = vi.hoisted(() => ({ state: "online" }));
const tables = vi.hoisted(() => ({ rows: {} as Record<string, unknown[]> }));
vi.mock("../../kits/apikit", async (original) => ({ ...(await original<object>()), api: { get: server.get } }));
vi.mock("../../sync/hooks", () => {
  const sync = { person: "p1", keptRows: async (table: string) => tables.rows[table] ?? [] };
  return { useSync: () => sync, useConnection: () => ({ state: net.state, pending: 0 }) };
});

const answer = (name: string): SearchAnswer => ({
  ...{ cards: [], boards: [], people: [{ id: name, name, photo: "" }], more: false, is_cut: false },
});
const home = { boards: [{ id: "b", name: "Plan", state: "open", people: [] }] } as unknown as HomeData;
const card = (title: string, tag_ids: string[] = []) => ({
  ...{ id: title, board_id: "b", column_id: "c", number: 1, title, tag_ids, assignee_ids: [], due_on: null },
});

function Page({ query }: { query: SearchQuery }) {
  const found = useFound(query, home);
  return (
    <I18nProvider i18n={i18n}>
      <SearchNote found={found} asked={query.q} isAsked={true} hasFilter={false} onClear={() => {}} />
      <output>
        {[...(found.answer?.cards ?? []).map((one) => one.title), found.answer?.people[0]?.name].join(" ")}
      </output>
    </I18nProvider>
  );
}

const said = () => screen.getByText(/^/, { selector: "output" }).textContent?.trim();
const show = (query: SearchQuery) => {
  const page = render(<Page query={query} />);
  return (state: string) => {
    net.state = state;
    page.rerender(<Page query={query} />);
  };
};

beforeEach(() => {
  i18n.loadAndActivate({ locale: "en", messages: {} });
  net.state = "online";
  server.get.mockReset();
  tables.rows = { cards: [card("Logo design"), card("Design", ["t1"])], tags: [{ id: "t1", name: "Print" }] };
});
afterEach(cleanup);

test("without a connection it says so, looks on this device, and asks again by itself", async () => {
  server.get.mockResolvedValue(answer("first"));
  const go = show({ q: "logo" });
  await waitFor(() => expect(said()).toBe("first"));
  expect(screen.queryByText(/No connection/)).toBeNull();
  go("offline");
  await waitFor(() => expect(said()).toBe("Logo design"));
  expect(screen.getByText(/No connection/)).toBeTruthy();
  expect(server.get).toHaveBeenCalledTimes(1);
  server.get.mockResolvedValue(answer("second"));
  go("online");
  await waitFor(() => expect(said()).toBe("second"));
  expect(screen.queryByText(/No connection/)).toBeNull();
  expect(server.get.mock.lastCall?.[0]).toBe("/api/v1/search?q=logo");
});

test("a network that leads nowhere is none, and what is not on this device is said not to be", async () => {
  server.get.mockRejectedValue(new ApiError(0, "no_connection"));
  const go = show({ q: "zebra" });
  expect(await screen.findByText("Nothing found on this device")).toBeTruthy();
  server.get.mockResolvedValue(answer("zebra"));
  go("connecting");
  await waitFor(() => expect(said()).toBe("zebra"));
});

test("what the index has not read yet is asked for again", async () => {
  server.get.mockResolvedValueOnce({ ...answer(""), people: [] }).mockResolvedValue(answer("late"));
  show({ q: "late" });
  await waitFor(() => expect(said()).toBe("late"), { timeout: 4_000 });
  expect(server.get).toHaveBeenCalledTimes(2);
});

test("on this device too a tag leaves only what has it", async () => {
  net.state = "offline";
  show({ q: "design", tag: "print" });
  await waitFor(() => expect(said()).toBe("Design"));
});
