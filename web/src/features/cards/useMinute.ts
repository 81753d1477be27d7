import { useSyncExternalStore } from "react";
import { useSync } from "../../sync/hooks";

const MINUTE_MS = 60_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const one of listeners) one();
  }, MINUTE_MS / 4);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The server's time, by the minute: due dates turn red by themselves. */
export function useMinute(): number {
  const sync = useSync();
  return useSyncExternalStore(subscribe, () => Math.floor(sync.serverNow() / MINUTE_MS) * MINUTE_MS);
}
