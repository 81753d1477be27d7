import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { VirtualClock } from "../../../test-support/sync/clock";
import { type Client, newClient } from "../../../test-support/sync/fakeClient";
import { FakeServer } from "../../../test-support/sync/fakeServer";
import { seedBoard } from "../../../test-support/sync/sampleBoard";
import type { ColumnRow } from "../../contracts/rows";
import { SyncContext } from "../../sync/context";
import { setCurrent } from "../../sync/current";
import { useRow, useScope } from "../../sync/hooks";
import { ToastRegion } from "../../ui/toasts";
import { BoardContext, type BoardTools } from "../boards/boardTools";
import "../cards/guesses/registered";
import { ChecklistTab } from "./ChecklistTab";
import "./guesses/registered";

const CARD = "b.0";
const openCard = vi.fn();
let clock: VirtualClock;
let server: FakeServer;
let client: Client;
let next = 0;

/** The tab on the real engine, with a server in memory. */
function Page({ isFrozen = false }: { isFrozen?: boolean }) {
  useScope("board:b");
  const card = useRow("cards", CARD);
  const column = { id: "b.todo", kind: "normal" } as ColumnRow;
  return card ? <ChecklistTab card={card} column={column} isFrozen={isFrozen} /> : null;
}

async function show(isFrozen = false): Promise<void> {
  const tools = { boardId: "b", personId: "p1", zone: "UTC", locale: "en", openCard } as unknown as BoardTools;
  render(
    <I18nProvider i18n={i18n}>
      <SyncContext value={client.sync}>
        <BoardContext value={tools}>
          <Page isFrozen={isFrozen} />
          <ToastRegion />
        </BoardContext>
      </SyncContext>
    </I18nProvider>,
  );
  await pass();
}

const pass = () => act(() => clock.pass(300));
const lines = () => screen.queryAllByRole("listitem");
const texts = () => lines().map((line) => line.querySelector(".item__text")?.textContent);
const tick = (name: string) => screen.getByRole<HTMLInputElement>("checkbox", { name });
const edit = (name: string) => screen.getByRole("button", { name: `Edit “${name}”` });
const field = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "New item" });
const focused = () => [
  document.activeElement?.closest("[data-item]")?.querySelector(".item__text")?.textContent,
  document.activeElement?.getAttribute("data-part"),
];

async function theyDo(verb: string, args: object): Promise<void> {
  next += 1;
  server.act("p2", `c${next}`, verb, args);
  await pass();
}

beforeEach(async () => {
  localStorage.clear();
  openCard.mockReset();
  clock = new VirtualClock();
  server = new FakeServer(() => clock.now);
  seedBoard(server, "b", 2);
  client = newClient({ server, clock });
  setCurrent(client.sync);
  const items = ["Milk", "Eggs", "Tea"].map((text) => ({ item_id: text.toLowerCase(), text, done: text === "Eggs" }));
  await theyDo("checklist.add", { card_id: CARD, items });
});

afterEach(() => {
  cleanup();
  setCurrent(null);
});

test("what is ticked is counted at once, mine and others'", async () => {
  await show();
  expect(screen.getByText("1 of 3 done")).toBeTruthy();
  fireEvent.click(tick("Milk"));
  expect(screen.getByText("2 of 3 done")).toBeTruthy();
  await theyDo("checklist.set_done", { item_ids: ["tea"], done: true });
  expect(screen.getByText("3 of 3 done")).toBeTruthy();
  expect(tick("Tea").checked).toBe(true);
});

test("Enter adds and the field stays ready", async () => {
  await show();
  await userEvent.type(field(), "12. December{Enter}Bread{Enter}");
  await pass();
  expect(texts()).toEqual(["Milk", "Eggs", "Tea", "12. December", "Bread"]);
  expect(document.activeElement).toBe(field());
  expect(field().value).toBe("");
});

test("a pasted list makes an item of every line, ticks understood", async () => {
  await show();
  field().focus();
  await userEvent.paste("Shop:\n- [x] Salt\n- [ ] Rice\n");
  await pass();
  expect(texts()).toEqual(["Milk", "Eggs", "Tea", "Shop:", "Salt", "Rice"]);
  expect(tick("Salt").checked).toBe(true);
  expect(screen.getByText("2 of 6 done")).toBeTruthy();
});

test("one pasted line goes into the field, to be finished", async () => {
  await show();
  field().focus();
  await userEvent.paste("- Salt");
  expect(field().value).toBe("- Salt");
  expect(lines()).toHaveLength(3);
});

test("a text is edited in place: Enter saves, Escape takes back, nothing is no text", async () => {
  await show();
  await userEvent.click(edit("Milk"));
  await userEvent.keyboard(" and oats{Enter}");
  await pass();
  expect(texts()[0]).toBe("Milk and oats");
  expect(focused()).toEqual(["Milk and oats", "text"]);
  expect(server.done.filter((args) => args.includes("oats"))).toHaveLength(1);
  await userEvent.click(edit("Tea"));
  await userEvent.keyboard(" or not{Escape}");
  expect(texts()[2]).toBe("Tea");
  await userEvent.click(edit("Tea"));
  await userEvent.clear(screen.getByRole("textbox", { name: "Text of the item" }));
  await userEvent.keyboard("{Enter}");
  await pass();
  expect(texts()[2]).toBe("Tea");
});

test("arrows walk, with Alt they carry, Delete removes and undo is offered", async () => {
  await show();
  edit("Milk").focus();
  await userEvent.keyboard("{ArrowDown}");
  expect(focused()).toEqual(["Eggs", "text"]);
  await userEvent.keyboard("{Alt>}{ArrowDown}{/Alt}");
  await pass();
  expect(texts()).toEqual(["Milk", "Tea", "Eggs"]);
  expect(focused()).toEqual(["Eggs", "text"]);
  await userEvent.keyboard("{ArrowUp}{Delete}");
  await pass();
  expect(texts()).toEqual(["Milk", "Eggs"]);
  expect(focused()).toEqual(["Eggs", "text"]);
  expect(screen.getByText("“Tea” is off the checklist.")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Undo" })).toBeTruthy();
});

test("only one line takes part in tabbing", async () => {
  await show();
  const stops = () => lines().map((line) => line.querySelectorAll('[tabindex="0"]').length > 0);
  expect(stops()).toEqual([true, false, false]);
  act(() => edit("Tea").focus());
  expect(stops()).toEqual([false, false, true]);
});

test("done items are hidden on demand, and what is ticked then goes too", async () => {
  await show();
  await userEvent.click(screen.getByRole("button", { name: "Hide done" }));
  expect(texts()).toEqual(["Milk", "Tea"]);
  fireEvent.click(tick("Milk"));
  expect(texts()).toEqual(["Tea"]);
  cleanup();
  await show();
  expect(texts()).toEqual(["Tea"]);
  await userEvent.click(screen.getByRole("button", { name: "Show done" }));
  expect(texts()).toEqual(["Milk", "Eggs", "Tea"]);
});

test("the menu makes a task of an item, and opens it", async () => {
  await show();
  await userEvent.click(screen.getByRole("button", { name: "Actions for “Tea”" }));
  await userEvent.click(await screen.findByRole("menuitem", { name: "Make it a task" }));
  await pass();
  expect(texts()).toEqual(["Milk", "Eggs"]);
  const [, made] = client.sync.store.order("cards", "b.todo");
  expect(client.sync.store.read("cards", made as string)?.title).toBe("Tea");
  await userEvent.click(screen.getByRole("button", { name: "Open" }));
  expect(openCard).toHaveBeenCalledWith(made);
});

test("a frozen card's checklist is read only", async () => {
  await show(true);
  expect(texts()).toEqual(["Milk", "Eggs", "Tea"]);
  expect(tick("Milk").disabled).toBe(true);
  expect(within(screen.getByRole("list")).queryAllByRole("button")).toEqual([]);
  expect(screen.queryByRole("textbox")).toBeNull();
});

test("refused items are back in the field", async () => {
  server.refuse = (verb) => (verb === "checklist.add" ? "too_many" : null);
  await show();
  await userEvent.type(field(), "One too many{Enter}");
  await pass();
  expect(lines()).toHaveLength(3);
  cleanup();
  await show();
  expect(field().value).toBe("One too many");
});
