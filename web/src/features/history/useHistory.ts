import { useCallback, useEffect, useRef, useState } from "react";
import { api } from "../../kits/apikit";
import { useConnection } from "../../sync/hooks";
import { NO_PAGES, type Page, type Pages, withNewest, withOlder } from "./historyPages";

export type HistoryState = {
  pages: Pages;
  state: "loading" | "ready" | "failed";
  isLoadingMore: boolean;
  loadMore: () => void;
  retry: () => void;
};

const PAGE = 50;

/**
 * The history at an address, asked for again whenever `version` is another one, and when the network is back. Several changes within
 * `calmMs` are asked about once, and none while one's own are on their way.
 */
export function useHistory(path: string, version: unknown, calmMs: number): HistoryState {
  const [pages, setPages] = useState<Pages>(NO_PAGES);
  const [state, setState] = useState<HistoryState["state"]>("loading");
  const [isLoadingMore, setLoadingMore] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const isFirst = useRef(true);
  const connection = useConnection();
  const isWaiting = connection.pending > 0;
  const isOnline = connection.state === "online";

  useEffect(() => {
    if (isWaiting && !isFirst.current) return;
    const leaving = new AbortController();
    const ask = async () => {
      try {
        const page = await api.get<Page>(`${path}limit=${PAGE}`, { signal: leaving.signal });
        isFirst.current = false;
        setPages((known) => withNewest(known, page));
        setState("ready");
      } catch {
        // What is on the screen stays there; only an empty one has to say why.
        if (!leaving.signal.aborted) setState((known) => (known === "ready" ? known : "failed"));
      }
    };
    const timer = setTimeout(() => void ask(), isFirst.current ? 0 : calmMs);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [path, version, isWaiting, isOnline, attempt]);

  const { next } = pages;
  const loadMore = useCallback(() => {
    if (next === null || isLoadingMore) return;
    setLoadingMore(true);
    api
      .get<Page>(`${path}limit=${PAGE}&before=${next}`)
      .then((page) => setPages((known) => (known.next === next ? withOlder(known, page) : known)))
      .catch(() => undefined)
      .finally(() => setLoadingMore(false));
  }, [path, next, isLoadingMore]);

  const retry = useCallback(() => {
    setState("loading");
    setAttempt((count) => count + 1);
  }, []);
  return { pages, state, isLoadingMore, loadMore, retry };
}
