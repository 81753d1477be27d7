import { useLingui } from "@lingui/react/macro";
import type { MessageRow } from "../../contracts/rows";
import { useSync } from "../../sync/hooks";
import { IconButton } from "../../ui/Button";
import { confirm } from "../../ui/confirm";
import { Menu } from "../../ui/Menu";
import { toasts } from "../../ui/toasts";
import { useBoard } from "../boards/boardTools";
import { EmojiButton } from "./EmojiButton";
import { toWritten } from "./mentionText";
import { plainText } from "./plainText";
import { useTalkTools } from "./talkTools";

type MessageActionsProps = { message: MessageRow; onOpenChange: (isOpen: boolean) => void };

/** What can be done with a message. */
export function MessageActions({ message, onOpenChange }: MessageActionsProps) {
  const { t } = useLingui();
  const sync = useSync();
  const { personId, rights } = useBoard();
  const { isClosed, setEditing, reply } = useTalkTools();
  const isOwn = message.by === personId;
  const name = plainText(message.text);
  const react = (emoji: string) => void sync.send("chat.react", { message_id: message.id, emoji, on: true });
  const remove = async () => {
    const isSure = await confirm({
      title: t`Delete this message?`,
      body: t`Its words are gone for ever. Its place in the chat stays.`,
      confirmLabel: t`Delete message`,
      isDanger: true,
    });
    if (isSure) void sync.send("chat.delete", { message_id: message.id });
  };
  const copy = async () => {
    await navigator.clipboard.writeText(toWritten(message.text, (id) => sync.directory.get(id)?.name).text);
    toasts.add({ kind: "done", text: t`Text copied.` });
  };
  const entries = [
    { id: "copy", icon: "copy" as const, label: t`Copy text`, run: () => void copy() },
    { id: "edit", icon: "pencil" as const, label: t`Edit`, isShown: isOwn, run: () => setEditing(message.id) },
  ];
  const danger = { id: "delete", icon: "trash" as const, label: t`Delete…`, isDanger: true, run: () => void remove() };
  const groups = [
    { id: "acts", entries: entries.filter((entry) => entry.isShown !== false && (entry.id === "copy" || !isClosed)) },
    { id: "danger", entries: !isClosed && (isOwn || rights.canManage) ? [danger] : [] },
  ];
  return (
    <div className="message__acts" role="toolbar" aria-label={t`Message actions`}>
      {isClosed ? null : <EmojiButton label={t`React`} onPick={react} onOpenChange={onOpenChange} />}
      {isClosed ? null : <IconButton size="small" icon="reply" label={t`Reply`} onPress={() => reply(message)} />}
      <Menu label={t`More`} groups={groups} onOpenChange={onOpenChange} of={{ kind: t`Message`, name }}>
        <IconButton size="small" icon="dots" label={t`More`} />
      </Menu>
    </div>
  );
}
