import { useCallback, useMemo, useRef, useState } from "react";
import type { MessageRow, ReactionRow } from "../../contracts/rows";
import { TABLES } from "../../contracts/rows";
import { useScope, useSync, useTable } from "../../sync/hooks";
import { useBoard } from "../boards/boardTools";
import { inOrder } from "./grouping";

const WINDOW = TABLES.messages.window?.size ?? 50;
/** A jump far back reads larger pages. */
const FAR_PAGE = 200;

export type TalkRows = {
  state: "loading" | "ready" | "gone";
  messages: readonly MessageRow[];
  reactions: ReadonlyMap<string, readonly ReactionRow[]>;
  earlier: "none" | "some" | "loading" | "failed";
  /** Reads one more page; false when there is none now. */
  readEarlier: (isFar?: boolean) => Promise<boolean>;
};

/** What is said in a talk, as far as it has been read: the newest, and earlier pages on demand. */
export function useTalk(subject: string): TalkRows {
  const sync = useSync();
  const { rights } = useBoard();
  const { state } = useScope(rights.isKnown ? `chat:${subject}` : null);
  const rows = useTable(
    "messages",
    useCallback((row: MessageRow) => row.subject_id === subject, [subject]),
  );
  const messages = useMemo(() => inOrder(rows), [rows]);
  const reactions = useReactions(subject);
  const [reading, setReading] = useState<"no" | "yes" | "failed">("no");
  // The talk's first message, once a page has ended with it.
  const [beginning, setBeginning] = useState<string | null>(null);
  const now = useRef(messages);
  now.current = messages;
  const readEarlier = useCallback(
    async (isFar = false) => {
      const [oldest] = now.current;
      if (!oldest) return false;
      setReading("yes");
      const limit = isFar ? FAR_PAGE : WINDOW;
      const path = `/api/v1/talks/${subject}/messages?before=${oldest.at}.${oldest.id}&limit=${limit}`;
      const found = await sync.addPage(`chat:${subject}`, path);
      setReading(found ? "no" : "failed");
      if (!found) return false;
      const count = found.messages ?? 0;
      if (count < limit) setBeginning(oldestOf(sync.store.all("messages") as unknown as MessageRow[], subject));
      return count > 0;
    },
    [sync, subject],
  );
  const hasEarlier = messages.length >= WINDOW && messages[0]?.id !== beginning;
  const how = { no: "some", yes: "loading", failed: "failed" } as const;
  return {
    state: state === "gone" ? "gone" : state === "ready" ? "ready" : "loading",
    messages,
    reactions,
    earlier: hasEarlier ? how[reading] : "none",
    readEarlier,
  };
}

function oldestOf(rows: readonly MessageRow[], subject: string): string | null {
  let oldest: MessageRow | null = null;
  for (const row of rows) if (row.subject_id === subject && (!oldest || row.at < oldest.at)) oldest = row;
  return oldest?.id ?? null;
}

/** Reactions by message; the same list for a message while its reactions are the same, so that only that message renders. */
function useReactions(subject: string): ReadonlyMap<string, readonly ReactionRow[]> {
  const rows = useTable(
    "reactions",
    useCallback((row: ReactionRow) => row.subject_id === subject, [subject]),
  );
  const last = useRef<ReadonlyMap<string, readonly ReactionRow[]>>(new Map());
  return useMemo(() => {
    const found = new Map<string, ReactionRow[]>();
    for (const row of rows) found.set(row.message_id, [...(found.get(row.message_id) ?? []), row]);
    const kept = new Map<string, readonly ReactionRow[]>();
    for (const [id, list] of found) {
      const old = last.current.get(id);
      kept.set(id, old?.length === list.length && old.every((row, at) => row === list[at]) ? old : list);
    }
    last.current = kept;
    return kept;
  }, [rows]);
}
