/** Where a card went, whose it was and how it was tagged, one whole sentence for each aspect (docs/topics/history.md). */
import { Plural, Trans } from "@lingui/react/macro";
import { B, columnName, listOf, type Named, names, people, type Sentence, type Told } from "./told";

type Standing = { board: Named | null; column: Named | null };

const created: Sentence = ({ entry, who }) => {
  const column = columnName((entry.new as { column: Named }).column);
  return (
    <Trans>
      <B>{who}</B> added this to <B>{column}</B>
    </Trans>
  );
};

const moved: Sentence = ({ entry, who }) => {
  const [from, to] = [columnName(entry.old as Named), columnName(entry.new as Named)];
  return (
    <Trans>
      <B>{who}</B> moved this from <B>{from}</B> to <B>{to}</B>
    </Trans>
  );
};

const crossed: Sentence = ({ entry, who }) => {
  const [old, now] = [entry.old as Standing, entry.new as Standing];
  const [from, to] = [old.board?.name ?? "…", now.board?.name ?? "…"];
  const column = columnName(now.column);
  return (
    <Trans>
      <B>{who}</B> moved this from the board <B>{from}</B> to <B>{column}</B> on the board <B>{to}</B>
    </Trans>
  );
};

const removed: Sentence = ({ entry, who }) => {
  const from = columnName(entry.old as Named);
  return (
    <Trans>
      <B>{who}</B> deleted this from <B>{from}</B>
    </Trans>
  );
};

const restored: Sentence = ({ entry, who }) => {
  const to = columnName(entry.new as Named);
  return (
    <Trans>
      <B>{who}</B> restored this to <B>{to}</B>
    </Trans>
  );
};

function assigned({ entry, who, reading }: Told) {
  const ids = listOf<string>(entry.new);
  if (ids.length === 1 && ids[0] === entry.by)
    return (
      <Trans>
        <B>{who}</B> took this on
      </Trans>
    );
  const whom = people(ids, reading);
  return (
    <Trans>
      <B>{who}</B> assigned this to {whom}
    </Trans>
  );
}

function unassigned({ entry, who, reading }: Told) {
  const ids = listOf<string>(entry.old);
  if (ids.length === 1 && ids[0] === entry.by)
    return (
      <Trans>
        <B>{who}</B> gave this back
      </Trans>
    );
  const whom = people(ids, reading);
  return (
    <Trans>
      <B>{who}</B> took this from {whom}
    </Trans>
  );
}

const tagged: Sentence = ({ entry, who, reading }) => {
  const tags = names(entry.new, reading);
  return (
    <Plural
      value={listOf(entry.new).length}
      one={
        <Trans>
          <B>{who}</B> added the tag {tags}
        </Trans>
      }
      other={
        <Trans>
          <B>{who}</B> added the tags {tags}
        </Trans>
      }
    />
  );
};

const untagged: Sentence = ({ entry, who, reading }) => {
  const tags = names(entry.old, reading);
  return (
    <Plural
      value={listOf(entry.old).length}
      one={
        <Trans>
          <B>{who}</B> took off the tag {tags}
        </Trans>
      }
      other={
        <Trans>
          <B>{who}</B> took off the tags {tags}
        </Trans>
      }
    />
  );
};

export const cardSentences: Readonly<Record<string, Sentence>> = {
  created,
  assigned,
  unassigned,
  tagged,
  untagged,
  moved,
  completed: moved,
  board: crossed,
  deleted: removed,
  restored,
};
