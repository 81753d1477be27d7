import { useEffect, useSyncExternalStore } from "react";
import { useSync } from "../../sync/hooks";
import { useMarks } from "./marksStore";
import { type SeenTab, see, tabOf } from "./seen";

/** Whoever walks through cards has not looked at each. */
const PAUSE_MS = 400;

function subscribe(listener: () => void): () => void {
  document.addEventListener("visibilitychange", listener);
  return () => document.removeEventListener("visibilitychange", listener);
}

/** What is open becomes seen: a tab of a card, or the attachments of a board. Chats tell themselves how far they are read (useSeen.ts). */
export function useSeeing(subject: string, tab: SeenTab | null): void {
  const sync = useSync();
  const marks = useMarks(subject);
  const isVisible = useSyncExternalStore(subscribe, () => document.visibilityState === "visible");
  const isMarked = [...(marks?.keys() ?? [])].some((aspect) => tabOf(aspect) === tab);
  useEffect(() => {
    // Marks are in the dependencies because a newer change asks for a later time.
    if (!tab || !isVisible || !isMarked || !marks) return;
    const timer = setTimeout(() => see(sync, subject, tab), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [sync, subject, tab, isVisible, isMarked, marks]);
}
