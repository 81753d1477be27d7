import { useCallback, useSyncExternalStore } from "react";
import type { Aspect } from "../../contracts/aspects";
import { Watchers } from "../../sync/watchers";

/** Which sides of a card others have changed since one looked, and when (ms). Another object, other marks. */
export type Marks = ReadonlyMap<Aspect, number>;

const ANY = "any";

/**
 * What is marked, for the screens: every card listens for itself. This much comes with the board; what fills it comes behind the cards
 * (watchMarks.ts). Subjects are cards, and boards for their own chat and attachments.
 */
export class MarksStore {
  /** Another number, other marks. */
  version = 0;
  private readonly marks = new Map<string, Marks>();
  private readonly watchers = new Watchers();

  of(subject: string): Marks | undefined {
    return this.marks.get(subject);
  }

  /** What is marked on these subjects from now on; undefined: nothing. */
  set(changed: ReadonlyMap<string, Marks | undefined>): void {
    if (changed.size === 0) return;
    this.version += 1;
    for (const [subject, marks] of changed) {
      if (marks) this.marks.set(subject, marks);
      else this.marks.delete(subject);
      this.watchers.mark(subject);
    }
    this.watchers.tellOf(ANY);
  }

  /** One subject, or any. */
  watch(subject: string, listener: () => void): () => void {
    return this.watchers.watch(subject, listener);
  }
}

export const marksStore = new MarksStore();

function useStore<T>(subject: string, read: () => T): T {
  return useSyncExternalStore(
    useCallback((listener) => marksStore.watch(subject, listener), [subject]),
    read,
  );
}

export const useMarks = (subject: string): Marks | undefined => useStore(subject, () => marksStore.of(subject));

/** Another number whenever any mark comes or goes; 0 before the first. */
export const useMarksVersion = (): number => useStore(ANY, () => marksStore.version);

/** Whether anything was marked since the page was opened. */
export const useHasMarks = (): boolean => useStore(ANY, () => marksStore.version > 0);
