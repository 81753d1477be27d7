import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { cleanup, render } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { findCommand } from "../../ui/commands";
import type { ListTools } from "./listTools";
import { RowFindings } from "./RowFindings";
import type { ViewCard } from "./viewData";

const navigate = vi.fn();
vi.mock("@tanstack/react-router", () => ({ useNavigate: () => navigate }));

const acts = {
  ...{ complete: vi.fn(), remove: vi.fn(), setStatus: vi.fn(), setPriority: vi.fn() },
  ...{ toggleMe: vi.fn(), putIn: vi.fn(), setDue: vi.fn() },
};
const openCard = vi.fn();
const now = Date.parse("2026-11-11T10:00:00Z");
const clock = { now, zone: "UTC", weekStart: 1, weekend: [6, 7] };
const card = { id: "c", board_id: "b", title: "Ink", assignee_ids: [], completed_at: null } as unknown as ViewCard;

function show(role: string, change: Partial<ViewCard> = {}): void {
  const boards = { b: { role } };
  const tools = { acts, openCard, boards, reader: { me: "me", locale: "en", clock } } as unknown as ListTools;
  render(
    <I18nProvider i18n={i18n}>
      <RowFindings tools={tools} card={{ ...card, ...change }} />
    </I18nProvider>,
  );
}

const offered = () =>
  ["open", "board", "link", "mine", "due", "status", "priority", "complete", "delete"].filter((id) =>
    findCommand(`row.do.${id}`),
  );
const choices = async (id: string) => (await findCommand(`row.do.${id}`)?.choices?.()) ?? [];

beforeEach(() => {
  i18n.load("en", {});
  i18n.activate("en");
});
afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

test("the palette has what the menu of the row has, without its keys", () => {
  show("member");
  expect(offered()).toHaveLength(9);
  findCommand("row.do.complete")?.run();
  findCommand("row.do.open")?.run();
  findCommand("row.do.board")?.run();
  expect([acts.complete, openCard].map((one) => one.mock.calls[0]?.[0].id)).toEqual(["c", "c"]);
  expect(navigate).toHaveBeenCalledWith({ to: "/b/$boardId/c/$cardId", params: { boardId: "b", cardId: "c" } });
  expect(findCommand("row.do.complete")?.keys).toBeUndefined();
  expect(findCommand("row.do.complete")?.group).toBe("Task “Ink”");
});

test("status, priority and date are asked for", async () => {
  show("member");
  (await choices("status")).find(({ id }) => id === "status/blocked")?.run?.();
  expect(acts.setStatus.mock.calls[0]?.[1]).toBe("blocked");
  (await choices("priority")).find(({ id }) => id === "priority/critical")?.run?.();
  expect(acts.setPriority.mock.calls[0]?.[1]).toBe("critical");
  const days = await choices("due");
  expect(days.map(({ id }) => id)).not.toContain("due/overdue");
  days.find(({ id }) => id === "due/today")?.run?.();
  expect(acts.putIn.mock.calls[0]?.[1]).toBe("today");
});

test.each(["visitor", "reader"])("a %s is offered ways and no acts", (role) => {
  show(role);
  expect(offered()).toEqual(["open", "board", "link"]);
  cleanup();
  expect(offered()).toEqual([]);
});

test("what is completed can be deleted alone", () => {
  show("member", { completed_at: now });
  expect(offered()).toEqual(["open", "board", "link", "delete"]);
});
