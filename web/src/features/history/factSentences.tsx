/** What was written on a card: its title, details, status, priority and dates. */
import { Trans } from "@lingui/react/macro";
import { priorityWord, statusWord } from "../cards/facts";
import { B, type Due, dueDay, plainDay, type Sentence, To, type Told } from "./told";

const status: Sentence = ({ entry, who }) => {
  const [old, now] = [statusWord(String(entry.old)), statusWord(String(entry.new))];
  return (
    <Trans>
      <B>{who}</B> set the status: <B>{old}</B> <To /> <B>{now}</B>
    </Trans>
  );
};

const priority: Sentence = ({ entry, who }) => {
  const [old, now] = [priorityWord(String(entry.old)), priorityWord(String(entry.new))];
  return (
    <Trans>
      <B>{who}</B> set the priority: <B>{old}</B> <To /> <B>{now}</B>
    </Trans>
  );
};

function due({ entry, who, reading }: Told) {
  const [old, now] = [dueDay(entry.old as Due | null, reading), dueDay(entry.new as Due | null, reading)];
  if (!old)
    return (
      <Trans>
        <B>{who}</B> set the due date: <B>{now}</B>
      </Trans>
    );
  if (!now)
    return (
      <Trans>
        <B>{who}</B> removed the due date: <B>{old}</B>
      </Trans>
    );
  return (
    <Trans>
      <B>{who}</B> set the due date: <B>{old}</B> <To /> <B>{now}</B>
    </Trans>
  );
}

function start({ entry, who, reading }: Told) {
  const [old, now] = [plainDay(entry.old, reading), plainDay(entry.new, reading)];
  if (!old)
    return (
      <Trans>
        <B>{who}</B> set the start: <B>{now}</B>
      </Trans>
    );
  if (!now)
    return (
      <Trans>
        <B>{who}</B> removed the start: <B>{old}</B>
      </Trans>
    );
  return (
    <Trans>
      <B>{who}</B> set the start: <B>{old}</B> <To /> <B>{now}</B>
    </Trans>
  );
}

export const factSentences: Readonly<Record<string, Sentence>> = {
  title: ({ who }) => (
    <Trans>
      <B>{who}</B> changed the title
    </Trans>
  ),
  details: ({ entry, who }) =>
    entry.old === null ? (
      <Trans>
        <B>{who}</B> wrote the details
      </Trans>
    ) : (
      <Trans>
        <B>{who}</B> changed the details
      </Trans>
    ),
  status,
  priority,
  due,
  start,
};
