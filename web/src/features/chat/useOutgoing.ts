import { useCallback, useEffect, useRef } from "react";
import { uuid7 } from "../../kits/idkit";
import { drafts, useSync } from "../../sync/hooks";
import { nothingWritten, toStored, toWritten } from "./mentionText";
import { subjectOf, type TalkPlace } from "./place";
import { type Draft, useDraft } from "./useDraft";

/** What is being written in a talk, and a way to send it. What was refused is back in the field (S9), also after a reload. */
export function useOutgoing(place: TalkPlace): [Draft, (change: Partial<Draft>) => void, () => void] {
  const sync = useSync();
  const subject = subjectOf(place);
  const [draft, change] = useDraft(`chat.${subject}`);
  const now = useRef(draft);
  now.current = draft;

  const takeBack = useCallback(() => {
    const back = ["refused", "expired"].flatMap((why) => takeDraft(`${why}.chat.post.${subject}`));
    if (back.length === 0) return;
    const { text, mentions } = toWritten(back.join("\n"), (id) => sync.directory.get(id)?.name);
    const known = now.current;
    change({
      text: known.text ? `${text}\n${known.text}` : text,
      mentions: [...mentions, ...known.mentions],
    });
  }, [subject, sync, change]);
  useEffect(takeBack, [takeBack]);

  const send = useCallback(() => {
    const { replyTo } = now.current;
    const text = toStored(now.current).trim();
    const message_id = uuid7(sync.serverNow());
    change({ ...nothingWritten(), replyTo: null });
    const args = { ...place, message_id, text, ...(replyTo ? { reply_to: replyTo } : {}) };
    void sync.send("chat.post", args).then((answer) => {
      if (answer.s !== "done") takeBack();
    });
  }, [sync, place, change, takeBack]);
  return [draft, change, send];
}

function takeDraft(key: string): string[] {
  const text = drafts.get(key);
  if (!text) return [];
  drafts.set(key, null);
  return [text];
}
