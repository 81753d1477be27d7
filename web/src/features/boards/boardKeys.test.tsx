import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { fillWorld } from "../../../test-support/boardPreview/sampleBoard";
import { world } from "../../../test-support/fakeSync";
import { Announcer } from "../../ui/announce";
import { BoardScreen } from "./BoardScreen";

vi.mock("../../sync/hooks", () => import("../../../test-support/fakeSync"));

const ana = { id: "ana", name: "Ana Souza", time_zone: "UTC" };
const onOpenCard = vi.fn();
let boardId = "";

beforeAll(() => {
  // The test page has no layout; the lists need a height to show anything.
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, get: () => 600 });
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, get: () => 296 });
});

beforeEach(async () => {
  for (const table of world.tables.values()) table.clear();
  world.orders.clear();
  boardId = fillWorld({ cards: 0, columns: 0 });
  world.sent = [];
  render(
    <I18nProvider i18n={i18n}>
      <BoardScreen boardId={boardId} cardId={null} person={ana} onOpenCard={onOpenCard} />
      <Announcer />
    </I18nProvider>,
  );
});

afterEach(() => onOpenCard.mockReset());

const column = (name: string) => screen.getByRole("region", { name });
const cardLink = (id: string) => document.querySelector<HTMLElement>(`[data-card="${id}"] a`);
const moves = () => world.sent.filter((one) => one.verb === "card.move").map((one) => one.args);
const focused = () => document.activeElement?.closest<HTMLElement>("[data-card]")?.dataset.card;

test("columns are lists with a name, cards know their place", () => {
  const list = within(column("Project strategy")).getByRole("list");
  expect(list.getAttribute("aria-label")).toBe("Project strategy, tasks: 5");
  const first = within(list).getAllByRole("listitem")[0];
  expect(first?.getAttribute("aria-posinset")).toBe("1");
  expect(first?.getAttribute("aria-setsize")).toBe("5");
});

test("arrows walk, Enter opens", async () => {
  const user = userEvent.setup();
  cardLink("card-1")?.focus();
  await user.keyboard("{ArrowDown}");
  await waitFor(() => expect(focused()).toBe("card-2"));
  await user.keyboard("{ArrowRight}");
  await waitFor(() => expect(focused()).toBe("card-7"));
  await user.keyboard("{Enter}");
  expect(onOpenCard).toHaveBeenCalledWith("card-7");
});

test("Space picks up, arrows carry, Space puts down; the focus stays on the card", async () => {
  const user = userEvent.setup();
  cardLink("card-2")?.focus();
  await user.keyboard(" ");
  expect(screen.getByRole("alert").textContent).toContain("Picked up");
  await user.keyboard("{ArrowRight}{ArrowDown}");
  expect(screen.getByRole("alert").textContent).toContain("Project design, place 3");
  expect(moves()).toEqual([]);
  await user.keyboard(" ");
  expect(moves()).toEqual([{ card_ids: ["card-2"], column_id: "column-1", after: "card-7", before: "card-8" }]);
  await waitFor(() => expect(focused()).toBe("card-2"));
});

test("Escape leaves the card where it was", async () => {
  const user = userEvent.setup();
  cardLink("card-2")?.focus();
  await user.keyboard(" {ArrowDown}{Escape}");
  expect(moves()).toEqual([]);
  expect(screen.getByRole("alert").textContent).toContain("stays where it was");
});

test("a carried card may stand behind the last, and in an empty column", async () => {
  const user = userEvent.setup();
  cardLink("card-17")?.focus();
  await user.keyboard(" {ArrowRight} ");
  expect(moves()).toEqual([{ card_ids: ["card-17"], column_id: "column-4", after: null, before: null }]);
});

test("Enter adds a task and the field stays for the next; pasted lines are offered as several", async () => {
  const user = userEvent.setup();
  const waiting = column("Waiting");
  await user.click(within(waiting).getByRole("button", { name: "Add new task" }));
  const field = await within(waiting).findByRole("textbox");
  await user.keyboard("First{Enter}");
  expect(world.sent.at(-1)?.args).toMatchObject({ column_id: "column-4", cards: [{ title: "First" }] });
  expect(document.activeElement).toBe(field);
  await user.paste("- one\n- two\n- three");
  await user.click(within(waiting).getByRole("button", { name: "Add 3 tasks" }));
  const args = world.sent.at(-1)?.args as { cards: { title: string }[] };
  expect(args.cards.map((card) => card.title)).toEqual(["one", "two", "three"]);
});

test("over its limit a column says so in words too", () => {
  expect(within(column("Project design")).getByRole("img", { name: "Over the limit" })).toBeTruthy();
});
