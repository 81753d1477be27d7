import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { act, cleanup, configure, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { fillWorld } from "../../../../test-support/boardPreview/sampleBoard";
import { world } from "../../../../test-support/fakeSync";
import { canRun, findCommand } from "../../../ui/commands";
import { Frame } from "../../../ui/Frame";
import { commandId } from "../../../ui/menuCommands";
import { closePalette, openPalette } from "../../../ui/paletteState";
import { BoardScreen } from "../BoardScreen";

vi.mock("../../../sync/hooks", () => import("../../../../test-support/fakeSync"));
vi.mock("@tanstack/react-router", () => ({ useNavigate: () => () => undefined }));

/** What a menu offers stands in the palette too: whoever adds an entry to a menu sees it tested here without a line of theirs. */

const ana = { id: "ana", name: "Ana Souza", time_zone: "UTC" };
let boardId = "";

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });

beforeAll(() => {
  // The test page has no layout; the lists need a height to show anything.
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, get: () => 600 });
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, get: () => 296 });
});

beforeEach(() => {
  for (const table of world.tables.values()) table.clear();
  world.orders.clear();
  boardId = fillWorld({ cards: 0, columns: 0 });
  world.sent = [];
});

afterEach(() => {
  act(() => closePalette());
  cleanup();
});

function show(cardId: string | null = null) {
  render(
    <I18nProvider i18n={i18n}>
      <Frame start={null} end={null} bottomStart={null} bottomEnd={null}>
        <BoardScreen boardId={boardId} cardId={cardId} person={ana} onOpenCard={() => undefined} />
      </Frame>
    </I18nProvider>,
  );
}

const entriesIn = (menu: HTMLElement) =>
  [...menu.querySelectorAll<HTMLElement>("[role^=menuitem]")].map((item) => ({
    id: item.dataset.key ?? "",
    isDisabled: item.hasAttribute("aria-disabled"),
  }));

async function menuOf(button: HTMLElement): Promise<{ id: string; isDisabled: boolean }[]> {
  const user = userEvent.setup();
  await user.click(button);
  const entries = entriesIn(await screen.findByRole("menu"));
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("menu")).toBeNull());
  return entries;
}

const listed = (id: string) => {
  const command = findCommand(id);
  return command !== undefined && command.isListed !== false && canRun(command);
};

async function isListed(menu: string, entries: readonly { id: string; isDisabled: boolean }[]): Promise<void> {
  const ids = entries.filter((entry) => !entry.isDisabled).map((entry) => commandId(menu, entry.id));
  expect(ids.length).toBeGreaterThan(1);
  await waitFor(() => expect(ids.filter((id) => !listed(id))).toEqual([]));
}

const open = () => act(() => openPalette());

test("every entry of a card’s menu is a command while the card has the focus", async () => {
  show();
  const button = screen.getAllByRole("button", { name: /^Actions for/ })[0] as HTMLElement;
  const entries = await menuOf(button);
  expect(entries.map((entry) => entry.id)).toContain("duplicate");
  button.closest<HTMLElement>("[data-card]")?.querySelector<HTMLElement>("[data-card-link]")?.focus();
  open();
  await isListed("card", entries);
});

test("every entry of an open card’s menu, and every tab, is a command", async () => {
  show("card-1");
  const head = within(await screen.findByRole("dialog"));
  const entries = await menuOf(await head.findByRole("button", { name: "Actions" }));
  open();
  await isListed("card", entries);
  const tabs = screen.getAllByRole("tab", { hidden: true });
  for (const tab of tabs) await waitFor(() => expect(listed(`card.tab.${tab.dataset.key}`)).toBe(true));
  expect(tabs.length).toBeGreaterThan(2);
});

test("every entry of a column’s menu is a command that asks which column", async () => {
  show();
  const columns = screen.getAllByRole("region").filter((region) => region.dataset.column);
  for (const column of columns) {
    const button = await within(column).findByRole("button", { name: "Column actions" });
    const entries = await menuOf(button);
    open();
    await isListed("column", entries);
    for (const entry of entries.filter((one) => !one.isDisabled)) {
      const command = findCommand(`column.${entry.id}`);
      const choices = (await command?.choices?.())?.map((choice) => choice.id);
      // Where one column only can do it, the command names it.
      if (choices) expect(choices).toContain(`${entry.id}/${column.dataset.column}`);
      else expect(command?.group).toContain(column.getAttribute("aria-label"));
    }
    act(() => closePalette());
  }
});

test("every entry of the board’s menus is a command", async () => {
  show();
  const board = await menuOf(await screen.findByRole("button", { name: "Board actions" }));
  const plan = await menuOf(await screen.findByRole("button", { name: /Workflow/ }));
  open();
  await isListed("board", board);
  await isListed("plan", plan);
});

test("what can be set on selected cards is a command that asks for it", async () => {
  const user = userEvent.setup();
  show();
  await user.click(screen.getAllByRole("button", { name: /^Actions for/ })[0] as HTMLElement);
  await user.click(await screen.findByRole("menuitem", { name: /^Select/ }));
  const facts = { "card.status": "Status", "card.priority": "Priority" };
  const menus: [string, { id: string }[]][] = [];
  for (const [id, name] of Object.entries(facts))
    menus.push([id, await menuOf(await screen.findByRole("button", { name }))]);
  open();
  await isListed("select", [
    { id: "complete", isDisabled: false },
    { id: "delete", isDisabled: false },
  ]);
  for (const [id, entries] of menus) {
    const choices = await findCommand(id)?.choices?.();
    expect(choices?.map((choice) => choice.id.split("/")[1])).toEqual(entries.map((entry) => entry.id));
  }
});

const sources = import.meta.glob<string>("/src/**/*.tsx", { query: "?raw", import: "default", eager: true });
const written = (pattern: RegExp) =>
  Object.entries(sources)
    .filter(([path]) => !path.startsWith("/src/ui/") && !path.includes(".test."))
    .flatMap(([path, text]) => [...text.matchAll(pattern)].map((found) => found[1] ?? path));

test("menus that leave the palette to commands of their own are those that are tested", () => {
  const tested = ["board", "card", "card.priority", "card.status", "column", "person", "plan", "tile"];
  expect([...new Set(written(/\bcommands="([^"]+)"/g))].sort()).toEqual(tested);
});

test("menus that are none of the kit are those that are tested", () => {
  expect(written(/<(?:AriaMenu|MenuPopover)\b/g)).toEqual([
    "/src/features/cards/CardMenu.tsx",
    "/src/features/checklist/ItemPanel.tsx",
    "/src/features/views/RowMenu.tsx",
  ]);
});
