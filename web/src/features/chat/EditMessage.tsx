import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import type { MessageRow } from "../../contracts/rows";
import { useSync } from "../../sync/hooks";
import { Button } from "../../ui/Button";
import { useBoard } from "../boards/boardTools";
import { type FieldHandle, MessageField } from "./MessageField";
import { toStored, toWritten } from "./mentionText";
import { useMentionable } from "./people";
import { useTalkTools } from "./talkTools";
import { useDraft } from "./useDraft";

/** A message's words while they are changed, in its place. What was begun is kept when the talk is closed. */
export function EditMessage({ message }: { message: MessageRow }) {
  const { t } = useLingui();
  const sync = useSync();
  const { boardId } = useBoard();
  const { setEditing } = useTalkTools();
  const people = useMentionable(boardId);
  const field = useRef<FieldHandle>(null);
  const [draft, change] = useDraft(`chat.edit.${message.id}`);
  const isBegun = useRef(draft.text !== "");
  useEffect(() => {
    if (!isBegun.current) change(toWritten(message.text, (id) => sync.directory.get(id)?.name));
    isBegun.current = true;
    field.current?.focus();
  }, [change, message.text, sync]);
  const end = () => {
    change({ text: "", mentions: [] });
    setEditing(null);
  };
  const save = () => {
    const text = toStored(draft).trim();
    if (!text) return;
    const kept = draft;
    end();
    if (text === message.text) return;
    void sync.send("chat.edit", { message_id: message.id, text }).then((answer) => {
      if (answer.s === "done") return;
      // Refused: the text is back in its field.
      change(kept);
      setEditing(message.id);
    });
  };
  const cancel = () => {
    end();
    return true;
  };
  return (
    <div className="composer composer--edit">
      <MessageField
        ref={field}
        label={t`Edit message`}
        written={draft}
        people={people}
        onWrite={change}
        onSend={save}
        onEscape={cancel}
      />
      <div className="composer__foot">
        <span className="composer__hint">{t`Enter saves, Escape leaves it as it was`}</span>
        <Button size="small" look="quiet" onPress={cancel}>{t`Cancel`}</Button>
        <Button size="small" look="primary" onPress={save} isDisabled={!draft.text.trim()}>{t`Save`}</Button>
      </div>
    </div>
  );
}
