import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { classes } from "../classes";
import { isShownAsLink } from "./links";
import { PlainText } from "./PlainText";
import { makeParser, readTree } from "./parser";
import { type Look, type MentionLook, show } from "./show";

export type MarkdownProps = {
  text: string;
  mentions?: MentionLook;
  /** Makes task lists clickable: gets the line of the item, counted from 0, and what it shall be. See `setTask`. */
  onTask?: (line: number, isDone: boolean) => void;
  /** Where an attachment is that the text names (`attachment:ID`); without it only its name shows. */
  resolveAttachment?: (id: string, name: string) => string;
  className?: string;
};

const parser = makeParser({ html: false, isLink: isShownAsLink });

/** Use `Markdown`; this is its lazy part. */
export function MarkdownTree({ text, mentions, onTask, resolveAttachment, className }: MarkdownProps) {
  const { t } = useLingui();
  const branches = useMemo(() => readTree(parser, text), [text]);
  const look: Look = { mentions: mentions ?? {}, onTask, resolveAttachment, words: { task: t`Done`, table: t`Table` } };
  if (branches === null) {
    return (
      <div className={className}>
        <p className="markdown__note">{t`This text is too long or too deep to be laid out, so it shows as it was typed.`}</p>
        <PlainText text={text} />
      </div>
    );
  }
  return (
    <div className={classes("markdown", className)}>{branches.map((branch, at) => show(branch, at, look, true))}</div>
  );
}
