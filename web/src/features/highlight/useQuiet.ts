import { useEffect, useState } from "react";
import type { TableName } from "../../contracts/rows";
import { api } from "../../kits/apikit";
import { useConnection, useScope, useSync } from "../../sync/hooks";

const NONE: ReadonlySet<string> = new Set();
const AGAIN_MS = 30 * 60_000;
/** Where it shows that something happened on a card: its own row, its chat, its files. */
const TRACES: readonly TableName[] = ["cards", "talks", "shelves"];

/** Cards in progress that nobody has changed for a week: asked of the server, and left out as soon as one sees them change. */
export function useQuiet(boardId: string, isWanted: boolean): ReadonlySet<string> {
  const { store } = useSync();
  const [quiet, setQuiet] = useState(NONE);
  const isOnline = useConnection().state === "online";
  // Rows that come with the board itself are no change.
  const isReady = useScope(`board:${boardId}`).state === "ready";
  const isOn = isWanted && isReady;
  useEffect(() => {
    if (!isOn || !isOnline) return;
    const stop = new AbortController();
    const ask = () =>
      api.get<{ cards: string[] }>(`/api/v1/boards/${boardId}/quiet`, { signal: stop.signal }).then(
        ({ cards }) => setQuiet(new Set(cards)),
        () => undefined,
      );
    void ask();
    const timer = setInterval(ask, AGAIN_MS);
    return () => {
      stop.abort();
      clearInterval(timer);
    };
  }, [boardId, isOn, isOnline]);
  useEffect(() => {
    if (!isOn) return;
    const drop = (ids: readonly string[]) =>
      setQuiet((now) => (ids.some((id) => now.has(id)) ? without(now, ids) : now));
    const stops = TRACES.map((table) => store.follow(table, drop));
    return () => {
      for (const stop of stops) stop();
    };
  }, [store, isOn]);
  return isWanted ? quiet : NONE;
}

function without(all: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> {
  const gone = new Set(ids);
  return new Set([...all].filter((id) => !gone.has(id)));
}
