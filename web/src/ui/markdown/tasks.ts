import type { Branch } from "./parser";

const ITEM = /^((?:[ \t]|>|[-*+]|\d{1,9}[.)])*(?:[-*+]|\d{1,9}[.)])[ \t]+)\[[ xX]\](?=\s|$)/;

/** How a task begins: in the first words of an item. */
const MARK = /^\[([ xX])\](?=\s|$)/;

/** Whether a list item is a task, and how many letters of its first text say so. */
export function taskIn(item: Branch): { isDone: boolean; length: number } | null {
  const paragraph = item.children[0];
  // The source, where `\[x]` still differs from `[x]`.
  const source = paragraph?.token.type === "paragraph_open" ? paragraph.children[0]?.token.content : undefined;
  const mark = MARK.exec(source ?? "");
  return mark && { isDone: mark[1] !== " ", length: mark[0].length };
}

/** The item without the letters that make it a task. */
export function withoutMark(branch: Branch, length: number): Branch {
  const [first, ...others] = branch.children;
  if (first) return { ...branch, children: [withoutMark(first, length), ...others] };
  const token = Object.assign(Object.create(Object.getPrototypeOf(branch.token)), branch.token);
  token.content = branch.token.content.slice(length).replace(/^[ \t]+/, "");
  return { ...branch, token };
}

/** The text with the task on this line done or not; the same text where no task is. */
export function setTask(text: string, line: number, isDone: boolean): string {
  const lines = text.split("\n");
  lines[line] = (lines[line] ?? "").replace(ITEM, `$1[${isDone ? "x" : " "}]`);
  return line < lines.length ? lines.join("\n") : text;
}
