import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { MessageRow } from "../../contracts/rows";
import { useSync } from "../../sync/hooks";
import { announce } from "../../ui/announce";
import { EmptyState } from "../../ui/EmptyState";
import { loadMarkdown } from "../../ui/markdown/Markdown";
import { Skeleton } from "../../ui/Skeleton";
import { useBoard } from "../boards/boardTools";
import "./Talk.css";
import { Composer, type ComposerHandle } from "./Composer";
import { firstNew } from "./grouping";
import { MessageLog } from "./MessageLog";
import { subjectOf, type TalkPlace } from "./place";
import { plainText } from "./plainText";
import { TypingLine } from "./TypingLine";
import { TalkContext, type TalkTools } from "./talkTools";
import { useLogScroll } from "./useLogScroll";
import { useSeen } from "./useSeen";
import { useTalk } from "./useTalk";

type TalkProps = {
  place: TalkPlace;
  /** Why nobody writes here now, or null. */
  closed: string | null;
  /** What the empty talk says. */
  empty: ReactNode;
  onFiles?: ((files: File[]) => Promise<string>) | undefined;
};

/** A chat: what was said, and the field to say more. Give it a `key` per card or board. */
export function Talk({ place, closed, empty, onFiles }: TalkProps) {
  const { t } = useLingui();
  const subject = subjectOf(place);
  const { personId } = useBoard();
  const talk = useTalk(subject);
  const isReady = talk.state === "ready";
  const last = talk.messages.at(-1);
  const scroll = useLogScroll(talk.messages[0]?.id, isReady && talk.messages.length > 0);
  const seenAt = useSeen(place, isReady, last?.at, scroll.isAtEnd);
  const newFrom = useMemo(() => firstNew(talk.messages, seenAt, personId), [talk.messages, seenAt, personId]);
  const composer = useRef<ComposerHandle>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const reply = useCallback((message: MessageRow) => composer.current?.reply(message), []);
  const tools = useMemo<TalkTools>(
    () => ({ isClosed: closed !== null, editing, setEditing, reply }),
    [closed, editing, reply],
  );
  useReadOut(talk.messages, isReady);
  useEffect(() => void loadMarkdown(), []);
  const editLast = () => {
    const own = talk.messages.findLast((message) => message.by === personId && message.deleted_at === null);
    if (own) setEditing(own.id);
  };
  if (talk.state === "gone") return <EmptyState title={t`You may not read this chat any more`} />;
  return (
    <TalkContext value={tools}>
      <section className="talk" aria-label={t`Chat`}>
        {!isReady ? (
          <Loading />
        ) : talk.messages.length === 0 ? (
          <div className="talk__empty">{empty}</div>
        ) : (
          <MessageLog talk={talk} scroll={scroll} newFrom={newFrom} seenAt={seenAt} />
        )}
        <TypingLine scope={`chat:${subject}`} />
        {closed === null ? (
          <Composer ref={composer} place={place} onSent={scroll.toEnd} onEditLast={editLast} onFiles={onFiles} />
        ) : (
          <p className="talk__closed">{closed}</p>
        )}
      </section>
    </TalkContext>
  );
}

function Loading() {
  return (
    <div className="talk__loading">
      <Skeleton className="talk__bone" />
      <Skeleton className="talk__bone talk__bone--short" />
      <Skeleton className="talk__bone" />
    </div>
  );
}

/** Screen readers hear what others say while the talk is open. */
function useReadOut(messages: readonly MessageRow[], isReady: boolean): void {
  const sync = useSync();
  const { t } = useLingui();
  const last = messages.at(-1);
  const heard = useRef<number | null>(null);
  useEffect(() => {
    if (!isReady) return;
    const from = heard.current;
    heard.current = last?.at ?? 0;
    if (from === null || !last || last.at <= from || last.by === sync.person || last.deleted_at !== null) return;
    const name = sync.directory.get(last.by)?.name ?? t`Somebody`;
    announce(`${name}: ${plainText(last.text)}`);
  }, [isReady, last, sync, t]);
}
