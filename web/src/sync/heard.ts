/** Changes as the server sent them, told after they were applied: for what counts what people do. */
import type { Change } from "./wire";

type Listener = (changes: readonly Change[]) => void;

const listeners = new Set<Listener>();

/** Calls back once a frame at most, with one's own changes too. Returns how to stop. */
export function onChanges(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** For the engine: tells every listener. */
export function tellChanges(changes: readonly Change[]): void {
  for (const listener of [...listeners]) listener(changes);
}
