import { Editor } from "@tiptap/core";
import { type RefObject, useEffect, useImperativeHandle, useRef, useState } from "react";
import { extensions, schema } from "./extensions";
import { copiedText, paste } from "./paste";
import type { Source } from "./readMarkdown";
import type { RichTextProps } from "./richTextProps";
import { openSource, writeSource } from "./source";
import { mentionsWith, type Suggested } from "./suggest";
import { takeIn } from "./takeIn";

type Setup = RichTextProps & {
  source: Source;
  listId: string;
  onStrange: () => void;
  onSuggest: (suggested: Suggested | null) => void;
  onLink: () => void;
};

const TAKEN_IN = "takenIn";

/** The editor in its place. What others write is taken in; only what is written here goes out. */
export function useRichEditor(place: RefObject<HTMLElement | null>, setup: Setup) {
  const [editor, setEditor] = useState<Editor | null>(null);
  const [isEmpty, setEmpty] = useState(setup.source.text.trim() === "");
  const now = useRef<Now>({ ...setup, written: setup.source.text, sent: [], suggested: null });
  Object.assign(now.current, setup, { source: now.current.source });

  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const made = makeEditor(element, now.current, () => setEmpty(made.isEmpty));
    setEditor(made);
    if (now.current.autoFocus) {
      made.commands.setTextSelection(made.state.doc.content.size);
      // At once: the library waits for a frame, in which a dialog around it would take the focus for itself.
      made.view.focus();
    }
    return () => made.destroy();
  }, [place]);

  useEffect(() => {
    if (editor) follow(editor, now.current, () => setEmpty(editor.isEmpty));
  }, [editor, setup.value]);

  useEffect(() => {
    editor?.setEditable(!setup.isReadOnly, false);
  }, [editor, setup.isReadOnly]);

  useImperativeHandle(setup.ref, () => ({
    focus: () => editor?.commands.focus(),
    insert: (text) => editor?.chain().focus().insertContent({ type: "text", text }).run(),
  }));
  return { editor, isEmpty };
}

type Now = Setup & {
  /** The text that the document says. */
  written: string;
  /** Texts that went out and have not come back as the value yet. */
  sent: string[];
  later?: ReturnType<typeof setTimeout>;
  suggested: Suggested | null;
};

function makeEditor(element: HTMLElement, now: Now, onChanged: () => void): Editor {
  const suggest = (suggested: Suggested | null) => {
    now.suggested = suggested;
    now.onSuggest(suggested);
    describeChoice(made.view.dom, now.listId, suggested);
  };
  const mentions = mentionsWith(() => now.people?.() ?? [], suggest);
  const made: Editor = new Editor({
    element,
    extensions: extensions.map((one) => (one.name === mentions.name ? mentions : one)),
    // One schema for all editors, so that documents that were read go into them as they are.
    onBeforeCreate: ({ editor }) => {
      editor.schema = schema;
      editor.extensionManager.schema = schema;
    },
    content: now.source.doc.toJSON(),
    editable: !now.isReadOnly,
    // The styles are ours: a style element would break the content policy.
    injectCSS: false,
    editorProps: {
      attributes: { class: "markdown rich__text", role: "textbox", "aria-multiline": "true", "aria-label": now.label },
      handlePaste: (_view, event) => paste(made, event),
      clipboardTextSerializer: copiedText,
      handleKeyDown: (_view, event) => onKey(made, now, event),
    },
    onUpdate: ({ transaction }) => {
      onChanged();
      if (transaction.getMeta(TAKEN_IN)) return;
      const text = writeSource(made.state.doc, now.source);
      const from = now.written;
      if (text === from) return;
      now.written = text;
      now.sent.push(text);
      now.onChange(text, from);
      followLater(made, now, onChanged);
    },
    onBlur: () => now.onBlur?.(),
  });
  return made;
}

/** A value that answers what went out last is rendered well within this time. */
const ECHO_MS = 300;

/**
 * What somebody else wrote comes into the document. It waits while letters are being composed, and while a newer text is on its way
 * out: a value rendered before it left knows nothing of it yet.
 */
function follow(editor: Editor, now: Now, onChanged: () => void): void {
  now.sent = now.sent.slice(now.sent.lastIndexOf(now.value) + 1);
  if (now.value === now.written || editor.isDestroyed) return;
  if (now.sent.length > 0 || editor.view.composing) {
    followLater(editor, now, onChanged);
    return;
  }
  const source = openSource(now.value);
  if (!source) {
    now.onStrange();
    return;
  }
  now.source = source;
  now.written = now.value;
  editor.view.dispatch(takeIn(editor.state.tr, source).setMeta("addToHistory", false).setMeta(TAKEN_IN, true));
  onChanged();
}

/** Also after each text that went out: a page may answer it with the value it had before, such as an empty message. */
function followLater(editor: Editor, now: Now, onChanged: () => void): void {
  clearTimeout(now.later);
  now.later = setTimeout(() => {
    now.sent = [];
    follow(editor, now, onChanged);
  }, ECHO_MS);
}

function onKey(editor: Editor, now: Now, event: KeyboardEvent): boolean {
  if (event.isComposing) return false;
  if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && event.shiftKey) {
    now.onLink();
    return true;
  }
  const isPlainEnter = event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
  const keepsEnter = now.suggested || ["listItem", "codeBlock", "table"].some((name) => editor.isActive(name));
  if (now.size !== "chat" || !isPlainEnter || keepsEnter || !now.onSubmit) return false;
  now.onSubmit();
  return true;
}

/** Screen readers read the chosen name while the focus stays in the text. */
function describeChoice(dom: HTMLElement, listId: string, suggested: Suggested | null): void {
  const said = { "aria-controls": listId, "aria-activedescendant": `${listId}-${suggested?.active}` };
  for (const [name, value] of Object.entries(said)) {
    if (suggested) dom.setAttribute(name, value);
    else dom.removeAttribute(name);
  }
}
