import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Editor } from "@tiptap/core";
import type { IconName } from "../../ui/icons";

type Tool = {
  id: string;
  icon: IconName;
  label: MessageDescriptor;
  keys?: string;
  isOn: (editor: Editor) => boolean;
  run: (editor: Editor) => void;
};

const mark = (name: "bold" | "italic" | "strike" | "code") => ({
  id: name,
  isOn: (editor: Editor) => editor.isActive(name),
  run: (editor: Editor) => editor.chain().focus().toggleMark(name).run(),
});

const isTask = (editor: Editor) =>
  editor.isActive("listItem", { checked: false }) || editor.isActive("listItem", { checked: true });

function toggleTask(editor: Editor): void {
  const steps = editor.chain().focus();
  if (!editor.isActive("listItem")) steps.toggleBulletList();
  steps.updateAttributes("listItem", { checked: isTask(editor) ? null : false }).run();
}

export const textTools: readonly Tool[] = [
  { ...mark("bold"), icon: "bold", label: msg`Bold`, keys: "mod+b" },
  { ...mark("italic"), icon: "italic", label: msg`Italic`, keys: "mod+i" },
  { ...mark("strike"), icon: "strike", label: msg`Struck through`, keys: "mod+shift+s" },
  { ...mark("code"), icon: "code", label: msg`Code`, keys: "mod+e" },
];

export const listTools: readonly Tool[] = [
  {
    id: "bullets",
    icon: "bullets",
    label: msg`List`,
    keys: "mod+shift+8",
    isOn: (editor) => editor.isActive("bulletList") && !isTask(editor),
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    id: "numbers",
    icon: "numbers",
    label: msg`Numbered list`,
    keys: "mod+shift+7",
    isOn: (editor) => editor.isActive("orderedList"),
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  { id: "tasks", icon: "checklist", label: msg`Tasks`, keys: "mod+shift+9", isOn: isTask, run: toggleTask },
];

export const blockTools: readonly Tool[] = [
  {
    id: "quote",
    icon: "quote",
    label: msg`Quote`,
    keys: "mod+shift+b",
    isOn: (editor) => editor.isActive("blockquote"),
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  {
    id: "codeBlock",
    icon: "codeBlock",
    label: msg`Block of code`,
    keys: "mod+alt+c",
    isOn: (editor) => editor.isActive("codeBlock"),
    run: (editor) => editor.chain().focus().toggleCodeBlock().run(),
  },
];

type Level = 1 | 2 | 3;

export const styles: readonly { level: Level | null; label: MessageDescriptor; keys: string }[] = [
  { level: null, label: msg`Text`, keys: "mod+alt+0" },
  { level: 1, label: msg`Heading 1`, keys: "mod+alt+1" },
  { level: 2, label: msg`Heading 2`, keys: "mod+alt+2" },
  { level: 3, label: msg`Heading 3`, keys: "mod+alt+3" },
];

export function setStyle(editor: Editor, level: Level | null): void {
  const steps = editor.chain().focus();
  (level ? steps.setHeading({ level }) : steps.setParagraph()).run();
}

export const levelOf = (editor: Editor): Level | null =>
  styles.find(({ level }) => level && editor.isActive("heading", { level }))?.level ?? null;

export const tableTools: readonly {
  id: string;
  label: MessageDescriptor;
  isDanger?: boolean;
  run: (editor: Editor) => void;
}[] = [
  { id: "row", label: msg`Row below`, run: (editor) => editor.chain().focus().addRowAfter().run() },
  { id: "column", label: msg`Column after`, run: (editor) => editor.chain().focus().addColumnAfter().run() },
  { id: "dropRow", label: msg`Remove the row`, run: (editor) => editor.chain().focus().deleteRow().run() },
  { id: "dropColumn", label: msg`Remove the column`, run: (editor) => editor.chain().focus().deleteColumn().run() },
  {
    id: "drop",
    label: msg`Remove the table`,
    isDanger: true,
    run: (editor) => editor.chain().focus().deleteTable().run(),
  },
];

export const insertTable = (editor: Editor): void => {
  editor.chain().focus().insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run();
};
