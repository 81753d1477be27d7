import { EditorState, TextSelection } from "@tiptap/pm/state";
import { expect, test } from "vitest";
import { schema } from "./extensions";
import { readMarkdown, type Source } from "./readMarkdown";
import { takeIn } from "./takeIn";
import { writeMarkdown } from "./writeMarkdown";

const read = (text: string) => readMarkdown(text) as Source;

/** The text with the caret, written as `|`, after somebody else made another text of it. */
function after(mine: string, theirs: string): string {
  const at = read(mine.replace("|", ""));
  const caret = caretIn(read(mine).doc);
  let state = EditorState.create({ doc: at.doc });
  state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, caret)));
  state = state.apply(takeIn(state.tr, read(theirs)));
  expect(writeMarkdown(state.doc.children)).toBe(writeMarkdown(read(theirs).doc.children));
  const marked = state.apply(state.tr.insertText("|", state.selection.from));
  return writeMarkdown(marked.doc.children);
}

function caretIn(doc: Source["doc"]): number {
  let found = 0;
  doc.descendants((node, pos) => {
    if (node.text?.includes("|")) found = pos + node.text.indexOf("|");
  });
  return found;
}

test.each([
  ["first\n\nse|cond", "first!\n\nsecond", "first!\n\nse|cond"],
  ["first\n\nse|cond", "second", "se|cond"],
  ["first\n\nse|cond", "first\n\nnew\n\nsecond\n\nlast", "first\n\nnew\n\nse|cond\n\nlast"],
  ["one two th|ree", "ONE two three", "ONE two th|ree"],
  ["one tw|o three", "one two three four", "one tw|o three four"],
  ["- one\n- tw|o", "- one and a half\n- two\n- three", "- one and a half\n- tw|o\n- three"],
  ["a\n\nb|\n\nc", "A\n\nb\n\nC", "A\n\nb|\n\nC"],
  ["te|xt", "# text", "# te|xt"],
  ["> - o|ne\n> - two", "> - one\n> - two, too\n>\n> three", "> - o|ne\n> - two, too\n>\n> three"],
  ["| A | B |\n| --- | --- |\n| a| | b |", "| A | B |\n| --- | --- |\n| a | B |\n| c | d |", null],
  ["- [ ] o|ne", "- [x] one", "- [x] o|ne"],
  ["```\na|b\n```", "```\nabc\n```", null],
  ["a|b", "", null],
  ["ab|ab", "abab abab", "ab|ab abab"],
])("%s and %s become %s", (mine, theirs, both) => {
  const found = after(mine, theirs);
  if (both) expect(found).toBe(both);
});

test("an empty paragraph somebody stands in stays, with the caret", () => {
  const doc = schema.node("doc", null, [
    schema.node("paragraph", null, [schema.text("one")]),
    schema.node("paragraph"),
    schema.node("paragraph", null, [schema.text("two")]),
  ]);
  let state = EditorState.create({ doc, selection: TextSelection.create(doc, 6) });
  state = state.apply(takeIn(state.tr, read("ONE\n\ntwo\n\nthree")));
  expect(state.doc.childCount).toBe(4);
  expect(state.selection.$from.parent.content.size).toBe(0);
  expect(writeMarkdown(state.doc.children)).toBe("ONE\n\ntwo\n\nthree");
});

test("spaces at the end of the line being written stay", () => {
  const doc = schema.node("doc", null, [schema.node("paragraph", null, [schema.text("one ")])]);
  let state = EditorState.create({ doc, selection: TextSelection.create(doc, 5) });
  state = state.apply(takeIn(state.tr, read("one\n\ntwo")));
  expect(state.doc.child(0).textContent).toBe("one ");
  expect(state.selection.from).toBe(5);
});
