/** That boards have changed which this page has not open: home, views and counts ask again. */

type Listener = (boards: readonly string[]) => void;

const listeners = new Set<Listener>();

/** Calls back with boards the person may read that have changed, at most once a second; with none when it is access that changed. Returns how to stop. */
export function onMoved(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** For the connection: tells every listener. */
export function tellMoved(boards: readonly string[]): void {
  for (const listener of [...listeners]) listener(boards);
}
