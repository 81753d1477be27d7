import { useEffect, useRef, useState } from "react";
import { ApiError } from "../../kits/apikit";
import { useConnection, useSync } from "../../sync/hooks";
import type { HomeData } from "../home/homeData";
import { countOf, type SearchAnswer } from "./answer";
import { findOnDevice } from "./onDevice";
import { asksSomething, type SearchQuery } from "./query";
import { useRound } from "./useRound";
import { type SearchState, useSearch } from "./useSearch";

/** Words that change while one types are asked for when they have rested this long. */
const REST_MS = 120;
const LATE_MS = [1_500, 4_000, 10_000];

export type Found = Pick<SearchState, "answer" | "isWaiting" | "error"> & {
  /** There is no connection: the answer is what this device knows. */
  isOnDevice: boolean;
};

/** The results: the server's, asked for again when boards have moved, or without a connection those of this device. */
export function useFound(query: SearchQuery, home: HomeData | null): Found {
  const { state } = useConnection();
  const [round, again] = useRound();
  const asked = useSearch(query, REST_MS, `${round} ${state}`, state !== "offline");
  useLate(query, asked.answer, again);
  // The browser may believe in a network that leads nowhere.
  const isOnDevice = state === "offline" || (asked.error instanceof ApiError && asked.error.status === 0);
  const kept = useOnDevice(query, home, isOnDevice);
  if (isOnDevice) return { answer: kept, isWaiting: false, error: null, isOnDevice };
  return { ...asked, isOnDevice };
}

/** What was written a moment ago the server's index may not have read yet: where nothing is found, it is asked for again a few times. */
function useLate(query: SearchQuery, answer: SearchAnswer | null, again: () => void): void {
  const asked = useRef({ query, times: 0 });
  useEffect(() => {
    if (!answer || countOf(answer) > 0) return;
    if (asked.current.query !== query) asked.current = { query, times: 0 };
    const wait = LATE_MS[asked.current.times++];
    if (wait === undefined) return;
    const timer = setTimeout(again, wait);
    return () => clearTimeout(timer);
  }, [query, answer, again]);
}

function useOnDevice(query: SearchQuery, home: HomeData | null, isWanted: boolean): SearchAnswer | null {
  const sync = useSync();
  const [answer, setAnswer] = useState<SearchAnswer | null>(null);
  useEffect(() => {
    let isStale = false;
    if (!isWanted || !asksSomething(query)) setAnswer(null);
    else void findOnDevice(sync, query, home).then((found) => !isStale && setAnswer(found));
    return () => {
      isStale = true;
    };
  }, [sync, query, home, isWanted]);
  return answer;
}
