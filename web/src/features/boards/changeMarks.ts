import { useEffect, useSyncExternalStore } from "react";
import { store, useLastChange, useSync } from "../../sync/hooks";

const SHOWN_MS = 4000;
/** Places seen lately; a change of place this short a while ago is what the change was. */
const MOVE_MS = 1500;
/** What is older was caught up with, when the board was opened or the connection came back: nobody does it now. */
const NOW_MS = 10_000;
export type ChangeMark = { by: string; what: "added" | "moved" | "changed" };
type Seen = { place: string; movedAt: number };

/** Who changed a card a moment ago: shown on it for four seconds, beside everything else, moving nothing. */
export class ChangeMarks {
  private marks = new Map<string, ChangeMark>();
  private seen = new Map<string, Seen>();
  private listeners = new Set<() => void>();

  /** A card on the screen says where it stands: a change tells which row changed, not how. */
  see(id: string, place: string): void {
    const last = this.seen.get(id);
    if (!last) this.seen.set(id, { place, movedAt: -MOVE_MS });
    else if (last.place !== place) this.seen.set(id, { place, movedAt: performance.now() });
  }

  add(id: string, by: string, createdAgoMs: number, changedAgoMs = 0): void {
    if (changedAgoMs > NOW_MS) return;
    const isMoved = performance.now() - (this.seen.get(id)?.movedAt ?? -MOVE_MS) < MOVE_MS;
    // A card made a moment ago that has changed its place here was moved, not added.
    const mark: ChangeMark = { by, what: isMoved ? "moved" : createdAgoMs < MOVE_MS * 2 ? "added" : "changed" };
    this.marks.set(id, mark);
    this.tell();
    setTimeout(() => {
      if (this.marks.get(id) !== mark) return;
      this.marks.delete(id);
      this.tell();
    }, SHOWN_MS);
  }

  of = (id: string): ChangeMark | undefined => this.marks.get(id);

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

export function useChangeMark(marks: ChangeMarks, id: string): ChangeMark | undefined {
  return useSyncExternalStore(marks.subscribe, () => marks.of(id));
}

type ChangeWatchProps = {
  marks: ChangeMarks;
  personId: string | null;
  /** Where to look, and at which rows: the cards of the open board, unless told otherwise. */
  scope?: string;
  table?: "cards" | "checklist_items";
};

/** Writes down other people's newest change; a component of its own, so that nothing else renders for each. */
export function ChangeWatch({ marks, personId, scope, table = "cards" }: ChangeWatchProps) {
  const change = useLastChange(scope);
  const sync = useSync();
  useEffect(() => {
    if (change?.table !== table || change.by === personId) return;
    const row = store.read(table, change.id);
    // What somebody else made a moment ago was not added by whoever changes it now.
    const isTheirs = row?.created_by === change.by;
    const now = sync.serverNow();
    marks.add(change.id, change.by, isTheirs ? now - row.created_at : Number.POSITIVE_INFINITY, now - change.at);
  }, [change, marks, personId, sync, table]);
  return null;
}
