import { useSyncExternalStore } from "react";

/** Whom the page follows, and whether it waits because something is being written or carried. One at most, on the board that is open. */
export type Following = { person: string | null; isWaiting: boolean };

const NOBODY: Following = { person: null, isWaiting: false };
let state = NOBODY;
const listeners = new Set<() => void>();

function set(next: Following): void {
  if (next.person === state.person && next.isWaiting === state.isWaiting) return;
  state = next;
  for (const listener of [...listeners]) listener();
}

export function follow(person: string | null): void {
  set(person ? { person, isWaiting: false } : NOBODY);
}

export function setWaiting(isWaiting: boolean): void {
  if (state.person) set({ ...state, isWaiting });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useFollowing(): Following {
  return useSyncExternalStore(subscribe, () => state);
}
