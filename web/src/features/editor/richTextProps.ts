import type { ReactNode, Ref, RefObject } from "react";
import type { People } from "./suggest";

export type RichTextHandle = { focus: () => void /** Puts text where the caret is. */; insert: (text: string) => void };

export type RichTextProps = {
  /** Markdown. It may change while somebody writes: the change is taken in, and the caret stays. */
  value: string;
  /** The text as it is after each change, and the value it was made from; not called while nothing is changed (S12). */
  onChange: (text: string, from: string) => void;
  onBlur?: () => void;
  /** Its name for screen readers. */
  label: string;
  placeholder?: string;
  /** Whom an at sign offers; asked each time (`usePeopleToMention`). */
  people?: People;
  isReadOnly?: boolean;
  size?: "details" | "chat";
  /** Ctrl/Cmd+Enter; in a chat Enter too, outside lists, tables and code. */
  onSubmit?: () => void;
  /** Escape, where no list is open. */
  onEscape?: () => void;
  autoFocus?: boolean;
  /** What stands at the end of the line of tools. */
  actions?: ReactNode;
  /** The field of Markdown, while that is how the text is edited. */
  fieldRef?: RefObject<HTMLTextAreaElement | null>;
  ref?: Ref<RichTextHandle>;
};
