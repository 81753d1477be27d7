import { render } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { canRun, findCommand, registerCommands, runCommand, useCommandKeys } from "./commands";

let forget: (() => void) | undefined;
afterEach(() => forget?.());

function Keyed() {
  useCommandKeys();
  return (
    <>
      <input aria-label="Title" />
      <input type="checkbox" aria-label="Done" />
    </>
  );
}

test("a key runs its command, and not while somebody types", async () => {
  const run = vi.fn();
  forget = registerCommands([{ id: "board.zoom", label: "Zoom out", group: "Board", keys: ["z"], run }]);
  const user = userEvent.setup();
  const { getByLabelText } = render(<Keyed />);
  await user.keyboard("z");
  expect(run).toHaveBeenCalledTimes(1);
  await user.type(getByLabelText("Title"), "zebra");
  expect(run).toHaveBeenCalledTimes(1);
});

test("a modifier is asked for exactly", async () => {
  const undo = vi.fn();
  const redo = vi.fn();
  forget = registerCommands([
    { id: "change.undo", label: "Undo", group: "Board", keys: ["mod+z"], run: undo },
    { id: "change.redo", label: "Redo", group: "Board", keys: ["mod+shift+z"], run: redo },
  ]);
  const user = userEvent.setup();
  render(<Keyed />);
  await user.keyboard("z{Control>}z{/Control}{Control>}{Shift>}Z{/Shift}{/Control}");
  expect(undo).toHaveBeenCalledTimes(1);
  expect(redo).toHaveBeenCalledTimes(1);
});

test("undo belongs to the field where one types, and to the board where one ticks", async () => {
  const run = vi.fn();
  forget = registerCommands([{ id: "change.undo", label: "Undo", group: "Board", keys: ["mod+z"], run }]);
  const user = userEvent.setup();
  const { getByLabelText } = render(<Keyed />);
  await user.type(getByLabelText("Title"), "a{Control>}z{/Control}");
  expect(run).not.toHaveBeenCalled();
  await user.click(getByLabelText("Done"));
  await user.keyboard("{Control>}z{/Control}");
  expect(run).toHaveBeenCalledTimes(1);
});

test("a guarded command is not run", () => {
  const run = vi.fn();
  forget = registerCommands([{ id: "card.delete", label: "Delete", group: "Card", guard: () => false, run }]);
  expect(runCommand("card.delete")).toBe(false);
  expect(run).not.toHaveBeenCalled();
});

test("the command registered last wins, and the earlier one comes back", () => {
  const drop = registerCommands([{ id: "app.find", label: "Find", group: "Everywhere", run: () => undefined }]);
  const dropInner = registerCommands([{ id: "app.find", label: "Find a card", group: "Board", run: () => undefined }]);
  expect(findCommand("app.find")?.label).toBe("Find a card");
  dropInner();
  expect(findCommand("app.find")?.label).toBe("Find");
  drop();
  expect(findCommand("app.find")).toBeUndefined();
});

test("without a guard a command may always run", () => {
  expect(canRun({ id: "a", label: "A", group: "G", run: () => undefined })).toBe(true);
});
