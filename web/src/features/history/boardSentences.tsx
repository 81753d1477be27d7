/** What was changed on a board's settings. */
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { B, type Sentence, To, type Told } from "./told";

const simple =
  (tell: (who: string) => ReturnType<Sentence>): Sentence =>
  ({ who }) =>
    tell(who);
/** A switch: turned on, turned off. */
const either =
  (on: (who: string) => ReturnType<Sentence>, off: (who: string) => ReturnType<Sentence>): Sentence =>
  ({ entry, who }) =>
    entry.new ? on(who) : off(who);

const privacyWord = (privacy: unknown) =>
  privacy === "team" ? t`only its team` : privacy === "link" ? t`anyone with the link` : t`the whole account team`;
const wipWord = (mode: unknown) => (mode === "off" ? t`Off` : mode === "block" ? t`Block` : t`Warn`);

function privacy({ entry, who }: Told) {
  const [old, now] = [privacyWord(entry.old), privacyWord(entry.new)];
  return (
    <Trans>
      <B>{who}</B> set who may see this board: <B>{old}</B> <To /> <B>{now}</B>
    </Trans>
  );
}

function wipMode({ entry, who }: Told) {
  const [old, now] = [wipWord(entry.old), wipWord(entry.new)];
  return (
    <Trans>
      <B>{who}</B> set WIP limits: <B>{old}</B> <To /> <B>{now}</B>
    </Trans>
  );
}

function boardState({ entry, who }: Told) {
  if (entry.new === "archived")
    return (
      <Trans>
        <B>{who}</B> archived this board
      </Trans>
    );
  if (entry.new === "trash")
    return (
      <Trans>
        <B>{who}</B> moved this board to the trash
      </Trans>
    );
  if (entry.old === "archived")
    return (
      <Trans>
        <B>{who}</B> took this board out of the archive
      </Trans>
    );
  return (
    <Trans>
      <B>{who}</B> took this board out of the trash
    </Trans>
  );
}

export const boardSentences: Readonly<Record<string, Sentence>> = {
  board_created: simple((who) => (
    <Trans>
      <B>{who}</B> made this board
    </Trans>
  )),
  board_name: simple((who) => (
    <Trans>
      <B>{who}</B> renamed this board
    </Trans>
  )),
  board_description: simple((who) => (
    <Trans>
      <B>{who}</B> changed the description of this board
    </Trans>
  )),
  board_account: simple((who) => (
    <Trans>
      <B>{who}</B> moved this board to another account
    </Trans>
  )),
  link_renewed: simple((who) => (
    <Trans>
      <B>{who}</B> made a new link; the old one opens nothing any more
    </Trans>
  )),
  board_state: boardState,
  privacy,
  wip_mode: wipMode,
  numbering: either(
    (who) => (
      <Trans>
        <B>{who}</B> made numbers show
      </Trans>
    ),
    (who) => (
      <Trans>
        <B>{who}</B> hid the numbers
      </Trans>
    ),
  ),
  use_tags: either(
    (who) => (
      <Trans>
        <B>{who}</B> turned tags on
      </Trans>
    ),
    (who) => (
      <Trans>
        <B>{who}</B> turned tags off
      </Trans>
    ),
  ),
  visitors_chat: either(
    (who) => (
      <Trans>
        <B>{who}</B> let visitors read the chat
      </Trans>
    ),
    (who) => (
      <Trans>
        <B>{who}</B> stopped visitors reading the chat
      </Trans>
    ),
  ),
  link_chat: either(
    (who) => (
      <Trans>
        <B>{who}</B> let the link open the chat
      </Trans>
    ),
    (who) => (
      <Trans>
        <B>{who}</B> stopped the link opening the chat
      </Trans>
    ),
  ),
  link_files: either(
    (who) => (
      <Trans>
        <B>{who}</B> let the link open files
      </Trans>
    ),
    (who) => (
      <Trans>
        <B>{who}</B> stopped the link opening files
      </Trans>
    ),
  ),
  team_arranges: either(
    (who) => (
      <Trans>
        <B>{who}</B> let team members change columns and tags
      </Trans>
    ),
    (who) => (
      <Trans>
        <B>{who}</B> left columns and tags to board admins
      </Trans>
    ),
  ),
};
