import { Suspense } from "react";
import "./Markdown.css";
import { late } from "../late";
import type { MarkdownProps } from "./MarkdownTree";
import { PlainText } from "./PlainText";

export type { MarkdownProps } from "./MarkdownTree";
export type { MentionLook } from "./show";

/** Call it where Markdown will be shown soon. */
export const loadMarkdown = () => import("./MarkdownTree");
const MarkdownTree = late(() => loadMarkdown().then((module) => ({ default: module.MarkdownTree })));

/**
 * A text in CommonMark, with tables, task lists, strikethrough, bare addresses and mentions (docs/topics/texts.md).
 *
 * Safe whatever the text: no HTML, no script, no picture from elsewhere, and bounded work. The parser is a chunk of its own; until it is
 * there the text shows as it was typed.
 */
export function Markdown(props: MarkdownProps) {
  return (
    <Suspense fallback={<PlainText text={props.text} className={props.className} />}>
      <MarkdownTree {...props} />
    </Suspense>
  );
}
