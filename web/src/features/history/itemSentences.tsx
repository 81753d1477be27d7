/** What became of a checklist, of files and of messages: of a card's, or of a board's own. */
import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { B, dueDay, type Item, listOf, type Named, names, people, type Sentence, type Told } from "./told";

const of =
  (side: "old" | "new", tell: (who: string, items: ReactNode) => ReturnType<Sentence>): Sentence =>
  ({ entry, who, reading }) =>
    tell(who, names(entry[side], reading));

const holders = (values: unknown) => listOf<Item>(values).flatMap((item) => item.people ?? []);

function itemDue({ entry, who, reading }: Told) {
  const items = names(entry.new, reading);
  const day = dueDay(listOf<Item>(entry.new)[0]?.due, reading);
  if (!day)
    return (
      <Trans>
        <B>{who}</B> removed the due date of {items}
      </Trans>
    );
  return (
    <Trans>
      <B>{who}</B> set the due date of {items}: <B>{day}</B>
    </Trans>
  );
}

function itemAssigned({ entry, who, reading }: Told) {
  const [items, whom] = [names(entry.new, reading), people(holders(entry.new), reading)];
  return (
    <Trans>
      <B>{who}</B> assigned {items} to {whom}
    </Trans>
  );
}

function itemUnassigned({ entry, who, reading }: Told) {
  const [items, whom] = [names(entry.old, reading), people(holders(entry.old), reading)];
  return (
    <Trans>
      <B>{who}</B> took {items} from {whom}
    </Trans>
  );
}

function fileVersion({ entry, who, reading }: Told) {
  const files = names(entry.new, reading);
  const version = listOf<Named & { version: number }>(entry.new)[0]?.version ?? 0;
  if (entry.verb === "file.restore_version")
    return (
      <Trans>
        <B>{who}</B> brought back an older version of {files}
      </Trans>
    );
  return (
    <Trans>
      <B>{who}</B> added version {version} of {files}
    </Trans>
  );
}

function fileRenamed({ entry, who, reading }: Told) {
  const [old, now] = [names(entry.old, reading), names(entry.new, reading)];
  return (
    <Trans>
      <B>{who}</B> renamed {old} to {now}
    </Trans>
  );
}

function messageDeleted({ entry, who, reading }: Told) {
  const messages = listOf<{ by: string }>(entry.new);
  const whom = people(
    messages.map((one) => one.by),
    reading,
  );
  return (
    <Plural
      value={messages.length}
      one={
        <Trans>
          <B>{who}</B> deleted a message by {whom}
        </Trans>
      }
      other={
        <Trans>
          <B>{who}</B> deleted # messages by {whom}
        </Trans>
      }
    />
  );
}

export const itemSentences: Readonly<Record<string, Sentence>> = {
  item_added: of("new", (who, items) => (
    <Trans>
      <B>{who}</B> added {items} to the checklist
    </Trans>
  )),
  item_removed: of("old", (who, items) => (
    <Trans>
      <B>{who}</B> removed {items} from the checklist
    </Trans>
  )),
  item_renamed: ({ who }) => (
    <Trans>
      <B>{who}</B> changed the checklist
    </Trans>
  ),
  item_done: of("new", (who, items) => (
    <Trans>
      <B>{who}</B> ticked {items}
    </Trans>
  )),
  item_undone: of("new", (who, items) => (
    <Trans>
      <B>{who}</B> unticked {items}
    </Trans>
  )),
  item_assigned: itemAssigned,
  item_unassigned: itemUnassigned,
  item_due: itemDue,
  attached: of("new", (who, files) => (
    <Trans>
      <B>{who}</B> attached {files}
    </Trans>
  )),
  unattached: of("old", (who, files) => (
    <Trans>
      <B>{who}</B> removed the file {files}
    </Trans>
  )),
  linked: of("new", (who, links) => (
    <Trans>
      <B>{who}</B> added the link {links}
    </Trans>
  )),
  unlinked: of("old", (who, links) => (
    <Trans>
      <B>{who}</B> removed the link {links}
    </Trans>
  )),
  file_version: fileVersion,
  file_renamed: fileRenamed,
  message_deleted: messageDeleted,
};
