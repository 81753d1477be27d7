import { type Editor, mergeAttributes } from "@tiptap/core";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import { TextSelection } from "@tiptap/pm/state";
import { nextCell, selectionCell } from "@tiptap/pm/tables";

const cell = {
  // Markdown's cells hold one line.
  content: "paragraph",
};
const aligned = (align: unknown) => (align ? { class: `markdown__cell--${align}` } : {});
const Head = TableHeader.extend({
  ...cell,
  renderHTML: ({ node, HTMLAttributes: { style, ...rest } }) => [
    "th",
    mergeAttributes(rest, aligned(node.attrs.align)),
    0,
  ],
});
const Cell = TableCell.extend({
  ...cell,
  renderHTML: ({ node, HTMLAttributes: { style, ...rest } }) => [
    "td",
    mergeAttributes(rest, aligned(node.attrs.align)),
    0,
  ],
});

/** Markdown's tables: the first row is the head, and its alignment is that of the columns. Enter goes down, after the last row out. */
const MarkdownTable = Table.extend({
  renderHTML: () => ["div", { class: "markdown__table" }, ["table", ["tbody", 0]]],
  addKeyboardShortcuts() {
    return { ...this.parent?.(), Enter: ({ editor }) => goDown(editor) };
  },
}).configure({ View: null as never });

function goDown(editor: Editor): boolean {
  if (!editor.isActive("table")) return false;
  const below = nextCell(selectionCell(editor.state), "vert", 1);
  if (!below) {
    const $from = editor.state.selection.$from;
    const depth = Array.from({ length: $from.depth }, (_, at) => at + 1).find(
      (at) => $from.node(at).type.name === "table",
    );
    return editor.commands.insertContentAt($from.after(depth), { type: "paragraph" }, { updateSelection: true });
  }
  return editor.commands.command(({ tr, dispatch }) => {
    dispatch?.(tr.setSelection(TextSelection.near(below)).scrollIntoView());
    return true;
  });
}

export const tables = [MarkdownTable, TableRow, Head, Cell];
