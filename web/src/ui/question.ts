import { useSyncExternalStore } from "react";

/** Something asked from anywhere on the page and answered by the dialog that a host shows for it; null: nothing is asked. */
export function makeQuestion<T>(): { ask: (question: T | null) => void; useQuestion: () => T | null } {
  let asked: T | null = null;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    ask: (question) => {
      asked = question;
      for (const listener of listeners) listener();
    },
    useQuestion: () => useSyncExternalStore(subscribe, () => asked),
  };
}
