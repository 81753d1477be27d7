import { useEffect, useState, useSyncExternalStore } from "react";
import { useRow, useSync } from "../../sync/hooks";
import { subjectOf, type TalkPlace } from "./place";

const PAUSE_MS = 700;

function subscribe(listener: () => void): () => void {
  document.addEventListener("visibilitychange", listener);
  return () => document.removeEventListener("visibilitychange", listener);
}

/** Up to when the talk was read before it was opened; null for never. What is on the screen's end becomes read. */
export function useSeen(
  place: TalkPlace,
  isReady: boolean,
  lastAt: number | undefined,
  isAtEnd: boolean,
): number | null {
  const sync = useSync();
  const subject = subjectOf(place);
  const seenAt = useRow("talk_seen", sync.person ? `${sync.person}.${subject}` : null)?.seen_at;
  const isVisible = useSyncExternalStore(subscribe, () => document.visibilityState === "visible");
  const isUnread = lastAt !== undefined && lastAt > (seenAt ?? 0);
  useEffect(() => {
    if (!sync.person || !isReady || !isVisible || !isAtEnd || !isUnread || lastAt === undefined) return;
    const timer = setTimeout(() => {
      void sync.send("chat.seen", { ...place, until: lastAt }, { quiet: true });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [sync, place, isReady, isVisible, isAtEnd, isUnread, lastAt]);
  const [atOpening, setAtOpening] = useState<number | null>();
  if (atOpening === undefined && isReady) setAtOpening(seenAt ?? null);
  return atOpening ?? null;
}
