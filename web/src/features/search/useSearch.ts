import { useEffect, useRef, useState } from "react";
import { askSearch, type SearchAnswer } from "./answer";
import { asksSomething, type SearchQuery } from "./query";

export type SearchState = {
  /** The newest answer there is: it stays until the next one is here, so that nothing flickers. Null before the first, and when nothing is asked. */
  answer: SearchAnswer | null;
  /** What `answer` answers. */
  answered: SearchQuery | null;
  isWaiting: boolean;
  error: unknown;
};

const NOTHING: SearchState = { answer: null, answered: null, isWaiting: false, error: null };

/** Asks the server when the typing has rested for a moment. An answer to older words never replaces a newer one. `round`: another one asks again; not `isOn`: nobody is asked. */
export function useSearch(query: SearchQuery, restMs: number, round = "", isOn = true): SearchState {
  const [state, setState] = useState<SearchState>(NOTHING);
  const isFirst = useRef(true);
  useEffect(() => {
    // Words that came with the address are asked for at once.
    const wait = isFirst.current ? 0 : restMs;
    isFirst.current = false;
    if (!isOn) return;
    if (!asksSomething(query)) return setState(NOTHING);
    const stale = new AbortController();
    setState((old) => ({ ...old, isWaiting: true }));
    const ask = () =>
      askSearch(query, stale.signal).then(
        (answer) => !stale.signal.aborted && setState({ answer, answered: query, isWaiting: false, error: null }),
        (error) => !stale.signal.aborted && setState((old) => ({ ...old, isWaiting: false, error })),
      );
    const timer = setTimeout(() => void ask(), wait);
    return () => {
      clearTimeout(timer);
      stale.abort();
    };
  }, [query, restMs, round, isOn]);
  return state;
}
