import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { world } from "../../../test-support/fakeSync";
import { sampleTemplates } from "../../../test-support/sampleTemplates";
import { loadDialog } from "../../ui/Dialog";
import { NewBoardDialog } from "./NewBoardDialog";

const get = vi.hoisted(() => vi.fn());
vi.mock("../../sync/hooks", () => import("../../../test-support/fakeSync"));
vi.mock("../../kits/apikit", async (original) => ({ ...(await original<object>()), api: { get } }));
vi.mock("../people/session", () => ({ usePerson: () => ({ time_zone: "Asia/Tokyo" }) }));
vi.mock("./homeData", async (original) => ({ ...(await original<object>()), refreshHome: vi.fn() }));

const accounts = [
  { id: "a1", name: "Ana’s account", role: "owner" },
  { id: "a2", name: "Harbour trust", role: "team" },
  { id: "a3", name: "Only looking", role: "visitor" },
];
const onCreated = vi.fn();
const onClose = vi.fn();

// The dialog's own chunk is not what these tests wait for.
beforeAll(loadDialog);

beforeEach(() => {
  world.sent = [];
  world.tables.clear();
  get.mockResolvedValue(sampleTemplates);
});

afterEach(() => {
  vi.resetAllMocks();
  localStorage.clear();
});

async function open(accountId = "") {
  const user = userEvent.setup();
  render(
    <I18nProvider i18n={i18n}>
      <NewBoardDialog {...{ accounts, accountId, onClose, onCreated }} />
    </I18nProvider>,
  );
  await screen.findByRole("dialog", { name: "Create new board" });
  await choice("Help desk");
  return user;
}

const choice = (name: string) => screen.findByRole("radio", { name });
const chosen = () =>
  within(screen.getByRole("radiogroup", { name: "Begin with" }))
    .getAllByRole<HTMLInputElement>("radio")
    .filter((one) => one.checked)
    .map((one) => one.closest("label")?.dataset.template);
const made = () => world.sent.filter((one) => one.verb === "board.create").map((one) => one.args);

test("choosing a template shows its columns, cards and tags", async () => {
  const user = await open();
  expect(chosen()).toEqual(["blank"]);
  await user.click(await choice("Help desk"));
  const preview = screen.getByRole("region", { name: "Preview of “Help desk”" });
  expect(within(preview).getAllByRole("heading", { level: 4 })).toHaveLength(3);
  const card = within(preview).getByText("Password reset").closest("li");
  for (const fact of ["Due tomorrow", "1/4", "High priority"]) expect(card?.textContent).toContain(fact);
  expect(within(preview).getByText("troubleshooting")).toBeTruthy();
});

test("a name makes the board from what is chosen, in the account chosen, with days of one’s own zone", async () => {
  const user = await open("a2");
  await user.click(await choice("Help desk"));
  await user.type(screen.getByLabelText("Name"), "  Support {Enter}");
  await waitFor(() => expect(onCreated).toHaveBeenCalledTimes(1));
  const [args] = made();
  expect(args).toMatchObject({ name: "Support", account_id: "a2", template: "help_desk", due_zone: "Asia/Tokyo" });
  expect(onCreated).toHaveBeenCalledWith(args?.board_id);
});

test("without a name nothing is sent, and the field says why", async () => {
  const user = await open();
  await user.click(screen.getByRole("button", { name: "Create board" }));
  expect(screen.getByRole("alert").textContent).toBe("Give the board a name.");
  expect(made()).toEqual([]);
});

test("what was used last is preselected", async () => {
  const user = await open("a2");
  await user.click(await choice("Project management"));
  await user.type(screen.getByLabelText("Name"), "One{Enter}");
  await waitFor(() => expect(onCreated).toHaveBeenCalled());
  cleanup();
  await open();
  await waitFor(() => expect(chosen()).toEqual(["project_management"]));
  expect(screen.getByRole("button", { name: /Harbour trust/ })).toBeTruthy();
});

test("searching chooses the first found, Enter goes on to the name", async () => {
  const user = await open();
  await user.type(screen.getByLabelText("Search templates"), "mockups");
  expect(chosen()).toEqual(["project_management"]);
  expect(screen.queryByRole("radio", { name: "Help desk" })).toBeNull();
  await user.keyboard("{Enter}");
  expect(document.activeElement).toBe(screen.getByLabelText("Name"));
});

test("nothing found says so, and keeps the choice", async () => {
  const user = await open();
  await user.click(await choice("Help desk"));
  await user.type(screen.getByLabelText("Search templates"), "zzz");
  expect(screen.getByText("No template fits. Try another word.")).toBeTruthy();
  expect(screen.getByRole("region", { name: "Preview of “Help desk”" })).toBeTruthy();
});

test("a category shows its templates only", async () => {
  const user = await open();
  await user.click(screen.getByRole("radio", { name: "Community" }));
  expect(chosen()).toEqual(["fundraising_campaign"]);
});

test("what the account has saved itself stands in a group of its own, for that account only", async () => {
  const saved = { name: "Our fair", description: "As last year", at: 1, by: "me" };
  world.put("board_templates", { ...saved, id: "t1", account_id: "a1" });
  world.flush();
  const user = await open("a1");
  await user.click(screen.getByRole("radio", { name: "This account" }));
  expect(chosen()).toEqual(["t1"]);
  await user.type(screen.getByLabelText("Name"), "Fair{Enter}");
  await waitFor(() => expect(made()).toHaveLength(1));
  expect(made()[0]).toMatchObject({ template: "t1", account_id: "a1" });
  cleanup();
  await open("a2");
  expect(screen.queryByRole("radio", { name: "Our fair" })).toBeNull();
});
