import { useSyncExternalStore } from "react";
import type { CardRow } from "../../../contracts/rows";
import { store } from "../../../sync/hooks";

/**
 * Cards cut or copied: kept while one goes from board to board, and on this device for other tabs. The titles go to the system's clipboard
 * as text. Cut cards stay where they are until they are pasted.
 */
export type Clip = {
  act: "cut" | "copy";
  /** Whose it is: another person on the same device does not get it. */
  person: string;
  cards: readonly ClippedCard[];
};
export type ClippedCard = {
  id: string;
  title: string;
  weight: number;
};

const KEY = "tafla.clipboard";
/** The card, its text and that one's version, its shelf, its talk. */
const BASE_WEIGHT = 5;
/** An attachment and its version. */
const FILE_WEIGHT = 2;

/** About how many rows a copy makes (S23). */
export function weightOf(card: CardRow): number {
  const files = store.read("shelves", card.id)?.count ?? 0;
  return BASE_WEIGHT + card.checklist_total + files * FILE_WEIGHT;
}

let clip: Clip | null = read();
let cutIds: ReadonlySet<string> = idsOf(clip);
const listeners = new Set<() => void>();

export const clipboard = {
  now: (): Clip | null => clip,

  put(act: Clip["act"], person: string, cards: readonly CardRow[]): void {
    set({ act, person, cards: cards.map((card) => ({ id: card.id, title: card.title, weight: weightOf(card) })) });
    void navigator.clipboard?.writeText(cards.map((card) => card.title).join("\n")).catch(() => undefined);
  },

  clear(): void {
    set(null);
  },
};

export function useClip(person: string | null): Clip | null {
  return useSyncExternalStore(subscribe, () => (clip?.person === person ? clip : null));
}

/** Whether a card waits to be pasted elsewhere. */
export function useIsCut(id: string): boolean {
  return useSyncExternalStore(subscribe, () => cutIds.has(id));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function set(next: Clip | null): void {
  hold(next);
  try {
    if (next) localStorage.setItem(KEY, JSON.stringify(next));
    else localStorage.removeItem(KEY);
  } catch {
    // Without room or leave to store, it is for this tab alone.
  }
}

function hold(next: Clip | null): void {
  clip = next;
  cutIds = idsOf(next);
  for (const listener of listeners) listener();
}

function idsOf(held: Clip | null): ReadonlySet<string> {
  return new Set(held?.act === "cut" ? held.cards.map((card) => card.id) : []);
}

function read(): Clip | null {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "null") as Clip | null;
  } catch {
    return null;
  }
}

// Another tab cut, copied or pasted.
globalThis.addEventListener?.("storage", (event) => {
  if (event.key === KEY) hold(read());
});
