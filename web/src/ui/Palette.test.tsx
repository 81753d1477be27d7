import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { act, configure, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { registerCommands } from "./commands";
import { loadDialog } from "./Dialog";
import { keepTyping } from "./earlyKeys";
import type { Finding } from "./findIn";
import { Palette } from "./Palette";

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });
let forget: (() => void) | undefined;
afterEach(() => forget?.());

const spies = { onQuery: vi.fn(), onChosen: vi.fn(), onClose: vi.fn() };
const board = (name: string): Finding => ({ id: `board/${name}`, label: name, group: "Boards", run: vi.fn() });

async function show(idle: readonly Finding[], further: readonly Finding[] = []) {
  await loadDialog();
  render(
    <I18nProvider i18n={i18n}>
      <Palette idle={idle} findings={idle} further={further} useOf={() => 0} {...spies} />
    </I18nProvider>,
  );
  const user = userEvent.setup();
  await user.click(await screen.findByRole("combobox"));
  return user;
}

const active = () => {
  const id = screen.getByRole("combobox").getAttribute("aria-activedescendant");
  return document.getElementById(id ?? "")?.querySelector(".palette__label")?.textContent;
};
const lines = () => screen.queryAllByRole("option").map((one) => one.querySelector(".palette__label")?.textContent);

test("what was typed before it was there stands in its field", async () => {
  keepTyping();
  for (const key of ["t", "w"]) document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  const user = await show([board("One"), board("Two"), board("Three")]);
  expect(lines()).toEqual(["Two"]);
  await user.keyboard("x");
  expect(screen.getByRole<HTMLInputElement>("combobox").value).toBe("twx");
  expect(spies.onQuery).toHaveBeenLastCalledWith("twx");
});

test("arrows walk, go round at the ends, and Enter chooses", async () => {
  const all = [board("One"), board("Two"), board("Three")];
  const user = await show(all);
  expect(active()).toBe("One");
  await user.keyboard("{ArrowUp}");
  expect(active()).toBe("Three");
  await user.keyboard("{ArrowUp}{Enter}");
  expect(all[1]?.run).toHaveBeenCalled();
  expect(spies.onChosen).toHaveBeenCalledWith("board/Two");
  expect(spies.onClose).toHaveBeenCalled();
});

test("a command with choices asks, Escape goes back to what was typed, and the choice is what runs", async () => {
  const [run, block] = [vi.fn(), vi.fn()];
  const choices = () => [
    { id: "normal", label: "Normal", run: vi.fn() },
    { id: "blocked", label: "Blocked", run: block },
  ];
  act(() => {
    forget = registerCommands([{ id: "card.status", label: "Set status…", group: "Task", run, choices }]);
  });
  const user = await show([board("Statutes")]);
  await user.keyboard("set st");
  expect(lines()).toEqual(["Set status…"]);
  await user.keyboard("{Enter}");
  expect(lines()).toEqual(["Normal", "Blocked"]);
  await user.keyboard("{Escape}");
  expect((screen.getByRole("combobox") as HTMLInputElement).value).toBe("set st");
  await user.keyboard("{Enter}blo{Enter}");
  expect(block).toHaveBeenCalledTimes(1);
  expect(run).not.toHaveBeenCalled();
});

test("choices that have to be fetched come when they are here", async () => {
  let arrive: (choices: readonly Finding[]) => void = () => undefined;
  const choices = () => new Promise<readonly Finding[]>((resolve) => (arrive = resolve));
  act(() => {
    forget = registerCommands([
      { id: "template", label: "From a template…", group: "Boards", run: () => undefined, choices },
    ]);
  });
  const user = await show([]);
  await user.keyboard("template{Enter}");
  expect(lines()).toEqual([]);
  await act(async () => arrive([{ id: "hiring", label: "Hiring", run: vi.fn() }]));
  expect(lines()).toEqual(["Hiring"]);
});

test("after > only commands are meant; what others find stands behind all the rest", async () => {
  act(() => {
    forget = registerCommands([{ id: "board.zoom", label: "Zoom out", group: "Board", run: () => undefined }]);
  });
  const user = await show([board("Zoo")], [{ id: "card/1", label: "Feed the lions", group: "Tasks", run: vi.fn() }]);
  await user.keyboard("zoo");
  expect(lines()).toEqual(["Zoo", "Zoom out", "Feed the lions"]);
  await user.clear(screen.getByRole("combobox"));
  await user.keyboard(">zoo");
  expect(lines()).toEqual(["Zoom out"]);
});

test("lines know their place among all of them, in groups with names", async () => {
  await show([board("One"), { ...board("Me"), id: "view", group: "Views" }]);
  const group = screen.getByRole("group", { name: "Views" });
  expect(within(group).getByRole("option").getAttribute("aria-posinset")).toBe("2");
  expect(within(group).getByRole("option").getAttribute("aria-setsize")).toBe("2");
});

test("two thousand boards are found as fast as ten, and few of them are in the page", async () => {
  const many = Array.from({ length: 2000 }, (_, at) => board(`Board ${at} of Élan`));
  const user = await show(many);
  expect(screen.getAllByRole("option").length).toBeLessThan(60);
  const began = performance.now();
  await user.keyboard("elan 1999");
  await waitFor(() => expect(active()).toBe("Board 1999 of Élan"));
  // Nine letters: generous, for a busy machine without a compiled page.
  expect(performance.now() - began).toBeLessThan(5_000);
});
