/** That boards have changed which this page has not open: home, views and counts ask again. On the wire: docs/topics/wire.md, *The pulse*. */

type Listener = (boards: readonly string[]) => void;

/** Somebody who goes from one page to another stops listening for a moment only. */
const LEAVE_AFTER_MS = 5_000;

const listeners = new Set<Listener>();
let say: ((on: boolean) => void) | null = null;
let isAsked = false;
let late: Set<string> | null = null;
let isAll = false;

/** Calls back with boards the person may read that have changed, at most once a second; with none when it is access that changed. Returns how to stop. */
export function onMoved(listener: Listener): () => void {
  listeners.add(listener);
  ask();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) setTimeout(ask, LEAVE_AFTER_MS);
  };
}

function ask(): void {
  const on = listeners.size > 0;
  if (on === isAsked) return;
  isAsked = on;
  say?.(on);
}

/** For the connection, whenever it is there: listens for this page, which may have missed what moved while it was not. */
export function connectMoved(send: (message: object) => void): void {
  const isBack = isAsked && say !== null;
  say = (on) => send({ t: "pulse", on });
  isAsked = false;
  ask();
  if (isBack) tellMoved([]);
}

/** For the connection: what the server said. Where many pages hear the same, each waits a time of its own, up to `spread` ms. */
export function hearMoved(boards: readonly string[], spread = 0): void {
  if (!spread) {
    tellMoved(boards);
    return;
  }
  isAll ||= boards.length === 0;
  if (!late) setTimeout(tellLate, Math.random() * spread);
  late ??= new Set();
  for (const board of boards) late.add(board);
}

function tellLate(): void {
  const boards = isAll ? [] : [...(late ?? [])];
  late = null;
  isAll = false;
  tellMoved(boards);
}

/** Tells every listener. */
export function tellMoved(boards: readonly string[]): void {
  for (const listener of [...listeners]) listener(boards);
}
