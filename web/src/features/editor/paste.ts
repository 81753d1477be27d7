import type { Editor } from "@tiptap/core";
import { Slice } from "@tiptap/pm/model";
import type { EditorView } from "@tiptap/pm/view";
import { isSafeLink } from "../../ui/markdown/links";
import { schema } from "./extensions";
import { titleOf } from "./ownLinks";
import { addressesIn, parser } from "./parsing";
import { readMarkdown } from "./readMarkdown";
import { writeMarkdown } from "./writeMarkdown";

/**
 * What is pasted: an address becomes a link, on the words that are selected or with the title of the board or card it leads to; other
 * plain text is read as Markdown. HTML is the library's own matter.
 */
export function paste(editor: Editor, event: ClipboardEvent): boolean {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const { selection } = editor.state;
  if (!text || selection.$from.parent.type.spec.code) return false;
  const [address] = addressesIn(text.trim());
  if (address && address.text === text.trim()) return pasteAddress(editor, address.url, address.text);
  if (event.clipboardData?.getData("text/html")) return false;
  return pasteMarkdown(editor.view, text);
}

function pasteAddress(editor: Editor, href: string, text: string): boolean {
  const { empty, $from, $to } = editor.state.selection;
  if (!empty && $from.sameParent($to)) return editor.chain().setMark("link", { href }).run();
  const link = { type: "link", attrs: { href, isBare: true } };
  editor
    .chain()
    .focus()
    .insertContent({ type: "text", text, marks: [link] })
    .unsetMark("link")
    .run();
  void titleOf(href).then((title) => title && giveTitle(editor, href, text, title));
  return true;
}

/** The address just pasted, if it still stands there, takes on the title. */
function giveTitle(editor: Editor, href: string, text: string, title: string): void {
  if (editor.isDestroyed) return;
  const { tr, doc } = editor.state;
  let isDone = false;
  doc.descendants((node, pos) => {
    const mark = node.marks.find(({ type, attrs }) => type.name === "link" && attrs.href === href && attrs.isBare);
    if (isDone || !mark || node.text !== text) return;
    isDone = true;
    const named = mark.type.create({ href });
    tr.replaceWith(pos, pos + node.nodeSize, schema.text(title, named.addToSet(mark.removeFromSet(node.marks))));
  });
  if (isDone) editor.view.dispatch(tr);
}

function pasteMarkdown(view: EditorView, text: string): boolean {
  const source = readMarkdown(text.replace(/\r\n?/g, "\n"));
  if (!source || source.blocks.length === 0) return false;
  const isLine = source.doc.childCount === 1 && source.doc.firstChild?.type.name === "paragraph";
  const open = isLine ? 1 : 0;
  view.dispatch(
    view.state.tr
      .replaceSelection(new Slice(source.doc.content, open, open))
      .scrollIntoView()
      .setMeta("paste", true),
  );
  return true;
}

/** What a copy of a document says to programs that take plain text: its Markdown. */
export const copiedText = (slice: Slice): string =>
  slice.content.firstChild?.isInline
    ? slice.content.textBetween(0, slice.content.size)
    : writeMarkdown(slice.content.content);

/** An address as a person types it, or null when it leads nowhere safe. */
export function cleanAddress(typed: string): string | null {
  const words = typed.trim();
  if (!words) return null;
  const [found] = addressesIn(words);
  const hasScheme = /^[a-z][a-z0-9+.-]*:|^[/#]/i.test(words);
  const href = found?.text === words ? found.url : hasScheme ? words : `https://${words}`;
  return isSafeLink(href) ? parser.normalizeLink(href) : null;
}
