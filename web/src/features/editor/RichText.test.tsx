import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import type { Editor } from "@tiptap/core";
import { type ReactNode, useState } from "react";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { loadRichText, RichText, type RichTextProps } from "./RichText";

vi.mock("../../sync/hooks", () => import("../../../test-support/fakeSync"));

const ANA = { id: "0190a3b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b", name: "Ana Costa" };
const changed = vi.fn<RichTextProps["onChange"]>();
let setValue: (text: string) => void = () => undefined;

beforeAll(async () => void (await loadRichText()));
beforeEach(() => changed.mockClear());

const Around = ({ children }: { children: ReactNode }) => <I18nProvider i18n={i18n}>{children}</I18nProvider>;

/** A page that keeps the text, as pages do. */
function Page({ first, ...more }: Partial<RichTextProps> & { first: string }) {
  const [value, set] = useState(first);
  setValue = set;
  const onChange = (text: string, from: string) => {
    changed(text, from);
    set(text);
  };
  return <RichText label="Words" value={value} onChange={onChange} people={() => [ANA]} {...more} />;
}

async function open(first: string, more: Partial<RichTextProps> = {}): Promise<Editor> {
  render(<Page first={first} {...more} />, { wrapper: Around });
  const box = await screen.findByRole("textbox", { name: "Words" });
  return (box as HTMLElement & { editor?: Editor }).editor as Editor;
}

/** As a keyboard does: through the rules that listen to it. */
function type(editor: Editor, letters: string): void {
  const { view } = editor;
  for (const letter of letters) {
    const { from, to } = view.state.selection;
    const insert = () => view.state.tr.insertText(letter, from, to);
    if (!view.someProp("handleTextInput", (rule) => rule(view, from, to, letter, insert))) view.dispatch(insert());
  }
}

const press = (editor: Editor, key: string, more: KeyboardEventInit = {}) =>
  editor.view.someProp("handleKeyDown", (listen) =>
    listen(editor.view, new KeyboardEvent("keydown", { key, ...more })),
  );
const last = () => changed.mock.lastCall?.[0];

test("what is typed goes out as Markdown, with the text it was made from", async () => {
  const editor = await open("one");
  editor.commands.focus("end");
  type(editor, " **two** three");
  expect(last()).toBe("one **two** three");
  expect(changed.mock.calls[0]).toEqual(["one \\*", "one"]);
});

test("nothing goes out while nothing is changed (S12)", async () => {
  const editor = await open("* one\n* two");
  editor.commands.focus("end");
  editor.commands.selectAll();
  setValue("* one\n* two\n* three");
  await waitFor(() => expect(editor.getText()).toContain("three"));
  expect(changed).not.toHaveBeenCalled();
});

test("what others write is taken in, and undo takes back only one's own", async () => {
  const editor = await open("one\n\ntwo");
  editor.commands.setTextSelection(4);
  type(editor, "!");
  setValue("one!\n\nTWO");
  await waitFor(() => expect(editor.getText()).toContain("TWO"));
  expect(editor.state.selection.from).toBe(5);
  editor.commands.undo();
  expect(last()).toBe("one\n\nTWO");
});

test.each([
  ["# a", "# a"],
  ["- a", "- a"],
  ["3. a", "3. a"],
  ["> a", "> a"],
  ["[ ] a", "- [ ] a"],
  ["[x] a", "- [x] a"],
  ["```js a", "```js\na\n```"],
  ["`a` ~~b~~ _c_", "`a` ~~b~~ *c*"],
  ["see https://a.example/b_c now", "see https://a.example/b_c now"],
])("typing %s makes it", async (typed, written) => {
  const editor = await open("");
  type(editor, typed);
  expect(last()).toBe(written);
});

test("Tab nests an item and Shift+Tab takes it out, and neither leaves the list", async () => {
  const editor = await open("- one\n- two");
  editor.commands.focus("end");
  expect(press(editor, "Tab")).toBe(true);
  expect(last()).toBe("- one\n  - two");
  expect(press(editor, "Tab")).toBe(true);
  press(editor, "Tab", { shiftKey: true });
  expect(last()).toBe("- one\n- two");
});

test("a new task is not done, and a task is ticked with the mouse", async () => {
  const editor = await open("- [x] one");
  editor.commands.focus("end");
  press(editor, "Enter");
  type(editor, "two");
  expect(last()).toBe("- [x] one\n- [ ] two");
  fireEvent.click(screen.getByRole("checkbox", { name: "two" }));
  expect(last()).toBe("- [x] one\n- [x] two");
});

test("an at sign offers people, and the keyboard chooses", async () => {
  const editor = await open("Ask ");
  editor.commands.focus("end");
  type(editor, " @cos");
  await screen.findByRole("option", { name: "Ana Costa" });
  expect(press(editor, "Enter")).toBe(true);
  expect(last()).toBe(`Ask @[Ana Costa](person:${ANA.id})`);
  await waitFor(() => expect(screen.queryByRole("option")).toBeNull());
});

test("Enter sends a chat message, outside lists", async () => {
  const onSubmit = vi.fn();
  const editor = await open("", { size: "chat", onSubmit });
  type(editor, "hello");
  press(editor, "Enter");
  expect(onSubmit).toHaveBeenCalledTimes(1);
  press(editor, "Enter", { shiftKey: true });
  type(editor, "there");
  expect(last()).toBe("hello\\\nthere");
  setValue("");
  await waitFor(() => expect(editor.getText()).toBe(""));
  type(editor, "- one");
  press(editor, "Enter");
  expect(onSubmit).toHaveBeenCalledTimes(1);
});

test("what cannot be shown is edited as Markdown, and so is what becomes so", async () => {
  await open("fine");
  setValue("[](/empty)");
  const field = await screen.findByDisplayValue("[](/empty)");
  expect(screen.getByText(/cannot show/)).toBeTruthy();
  fireEvent.change(field, { target: { value: "[](/empty) more" } });
  expect(changed).toHaveBeenLastCalledWith("[](/empty) more", "[](/empty)");
});

test("anybody may choose Markdown, and come back", async () => {
  await open("**a**");
  fireEvent.click(screen.getByRole("button", { name: "Write Markdown" }));
  expect(screen.getByDisplayValue("**a**")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Write it as it will look" }));
  await waitFor(() => expect(screen.queryByDisplayValue("**a**")).toBeNull());
  expect(screen.getByText("a").tagName).toBe("STRONG");
  expect(changed).not.toHaveBeenCalled();
});
