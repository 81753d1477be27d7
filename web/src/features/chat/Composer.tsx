import { useLingui } from "@lingui/react/macro";
import { type DragEvent, type Ref, useImperativeHandle, useRef, useState } from "react";
import type { MessageRow } from "../../contracts/rows";
import { useRow, useSync } from "../../sync/hooks";
import { IconButton } from "../../ui/Button";
import { classes } from "../../ui/classes";
import { Icon } from "../../ui/icons";
import { useBoard } from "../boards/boardTools";
import { EmojiButton } from "./EmojiButton";
import { type FieldHandle, MessageField } from "./MessageField";
import { toStored } from "./mentionText";
import { useMentionable, useName } from "./people";
import { subjectOf, type TalkPlace } from "./place";
import { plainText } from "./plainText";
import { useOutgoing } from "./useOutgoing";
import "./Composer.css";

export type ComposerHandle = { reply: (message: MessageRow) => void; focus: () => void };

type ComposerProps = {
  place: TalkPlace;
  onSent: () => void;
  onEditLast: () => void;
  /** Takes files that are pasted or dropped; answers what to write for them, as Markdown. */
  onFiles?: ((files: File[]) => Promise<string>) | undefined;
  ref?: Ref<ComposerHandle>;
};

const LIMIT = 10_000;

/** Where something is said. What is written is kept until the server has it. */
export function Composer({ place, onSent, onEditLast, onFiles, ref }: ComposerProps) {
  const { t } = useLingui();
  const sync = useSync();
  const { boardId } = useBoard();
  const people = useMentionable(boardId);
  const field = useRef<FieldHandle>(null);
  const [draft, change, send] = useOutgoing(place);
  const [isOver, setOver] = useState(false);
  const isTooLong = draft.text.length > LIMIT / 2 && [...toStored(draft)].length > LIMIT;
  useImperativeHandle(ref, () => ({
    reply: (message) => {
      change({ replyTo: message.id });
      field.current?.focus();
    },
    focus: () => field.current?.focus(),
  }));
  const say = () => {
    if (!draft.text.trim() || isTooLong) return;
    send();
    onSent();
  };
  const take = onFiles && (async (files: File[]) => field.current?.insert(await onFiles(files)));
  const drop = (event: DragEvent) => {
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (!take || files.length === 0) return;
    event.preventDefault();
    void take(files);
  };
  const cancelReply = () => {
    const wasReply = draft.replyTo !== null;
    change({ replyTo: null });
    return wasReply;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files may be dropped anywhere on it; they can be pasted too
    <div
      className={classes("composer", isOver && "composer--over")}
      onDragOver={(event) => {
        if (!take || !event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {draft.replyTo ? <Answered id={draft.replyTo} onCancel={cancelReply} /> : null}
      <MessageField
        ref={field}
        label={t`Message`}
        placeholder={t`Write a message`}
        written={draft}
        people={people}
        onWrite={(written) => {
          change(written);
          if (written.text) sync.typing(`chat:${subjectOf(place)}`);
        }}
        onSend={say}
        onEscape={cancelReply}
        onUp={onEditLast}
        {...(take ? { onFiles: (files: File[]) => void take(files) } : {})}
      />
      <div className="composer__foot">
        <EmojiButton label={t`Add an emoji`} onPick={(emoji) => field.current?.insert(emoji)} />
        {isTooLong ? (
          <span
            className="composer__wrong"
            role="alert"
          >{t`A message may have 10,000 characters. This one has more.`}</span>
        ) : null}
        <IconButton
          className="composer__send"
          size="small"
          icon="send"
          label={t`Send`}
          keys="enter"
          isDisabled={!draft.text.trim() || isTooLong}
          onPress={say}
        />
      </div>
    </div>
  );
}

function Answered({ id, onCancel }: { id: string; onCancel: () => void }) {
  const { t } = useLingui();
  const message = useRow("messages", id);
  const name = useName(message?.by ?? null);
  return (
    <div className="composer__reply">
      <Icon name="reply" size={16} />
      <span className="composer__quote">
        <bdi>{name}</bdi>: <span dir="auto">{message ? plainText(message.text) : null}</span>
      </span>
      <IconButton size="small" icon="close" label={t`Do not reply`} keys="escape" onPress={onCancel} />
    </div>
  );
}
