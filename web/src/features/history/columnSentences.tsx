/** What became of a board's columns and tags. */
import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { B, columnName, listOf, type Named, names, type Sentence, type Told } from "./told";

type Valued = Named & { value: string | number | null };

const columns = (values: unknown, { reading }: Told) =>
  names(
    listOf<Named>(values).map((column) => ({ ...column, name: columnName(column) })),
    reading,
  );

const columnAdded: Sentence = (told) => {
  const [who, added] = [told.who, columns(told.entry.new, told)];
  return (
    <Plural
      value={listOf(told.entry.new).length}
      one={
        <Trans>
          <B>{who}</B> added the column {added}
        </Trans>
      }
      other={
        <Trans>
          <B>{who}</B> added the columns {added}
        </Trans>
      }
    />
  );
};

const columnRemoved: Sentence = (told) => {
  const [who, removed] = [told.who, columns(told.entry.old, told)];
  return (
    <Trans>
      <B>{who}</B> deleted the column {removed}
    </Trans>
  );
};

const columnMoved: Sentence = (told) => {
  const [who, moved] = [told.who, columns(told.entry.new, told)];
  return (
    <Trans>
      <B>{who}</B> moved the column {moved}
    </Trans>
  );
};

function columnLimit(told: Told) {
  const [who, column] = [told.who, columns(told.entry.new, told)];
  const limit = listOf<Valued>(told.entry.new)[0]?.value;
  if (limit == null)
    return (
      <Trans>
        <B>{who}</B> removed the WIP limit of {column}
      </Trans>
    );
  return (
    <Trans>
      <B>{who}</B> set the WIP limit of {column}: <B>{limit}</B>
    </Trans>
  );
}

const values = (side: unknown) => String(listOf<Valued>(side)[0]?.value ?? "");

function columnRenamed({ entry, who }: Told) {
  const [old, now] = [values(entry.old), values(entry.new)];
  return (
    <Trans>
      <B>{who}</B> renamed the column <B>{old}</B> to <B>{now}</B>
    </Trans>
  );
}

function tagRenamed({ entry, who }: Told) {
  const [old, now] = [values(entry.old), values(entry.new)];
  return (
    <Trans>
      <B>{who}</B> renamed the tag <B>{old}</B> to <B>{now}</B>
    </Trans>
  );
}

const tag =
  (side: "old" | "new", tell: (who: string, tags: ReactNode) => ReturnType<Sentence>): Sentence =>
  ({ entry, who, reading }) =>
    tell(who, names(entry[side], reading));

export const columnSentences: Readonly<Record<string, Sentence>> = {
  column_added: columnAdded,
  column_removed: columnRemoved,
  column_moved: columnMoved,
  column_renamed: columnRenamed,
  column_limit: columnLimit,
  tag_added: tag("new", (who, tags) => (
    <Trans>
      <B>{who}</B> made the tag {tags}
    </Trans>
  )),
  tag_removed: tag("old", (who, tags) => (
    <Trans>
      <B>{who}</B> deleted the tag {tags}
    </Trans>
  )),
  tag_hue: tag("new", (who, tags) => (
    <Trans>
      <B>{who}</B> gave the tag {tags} another colour
    </Trans>
  )),
  tag_renamed: tagRenamed,
};
