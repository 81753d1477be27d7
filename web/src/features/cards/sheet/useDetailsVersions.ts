import { useCallback, useEffect, useState } from "react";
import { api } from "../../../kits/apikit";

export type Version = { version: number; at: number; by: string; size: number };
type Page = { versions: Version[]; has_more: boolean };
type State = "loading" | "ready" | "failed";

const addressOf = (cardId: string) => `/api/v1/cards/${cardId}/details/versions`;

/** The versions of a card's details, newest first, page by page. */
export function useDetailsVersions(cardId: string) {
  const [state, setState] = useState<State>("loading");
  const [page, setPage] = useState<Page>({ versions: [], has_more: false });
  const load = useCallback(
    (before?: number) => {
      setState("loading");
      api.get<Page>(addressOf(cardId) + (before ? `?before=${before}` : "")).then(
        ({ versions, has_more }) => {
          setPage((old) => ({ versions: before ? [...old.versions, ...versions] : versions, has_more }));
          setState("ready");
        },
        () => setState("failed"),
      );
    },
    [cardId],
  );
  useEffect(() => load(), [load]);
  const last = page.versions.at(-1)?.version;
  return { state, versions: page.versions, hasMore: page.has_more, loadMore: () => load(last), retry: () => load() };
}

type Texts = { old: string; now: string };

/** A version and the one before it. */
export function useVersionTexts(cardId: string, version: number): Texts | "failed" | null {
  const [texts, setTexts] = useState<Texts | "failed" | null>(null);
  useEffect(() => {
    const read = async (one: number) =>
      one === 0 ? "" : (await api.get<{ text: string }>(`${addressOf(cardId)}/${one}`)).text;
    Promise.all([read(version - 1), read(version)]).then(
      ([old, now]) => setTexts({ old, now }),
      () => setTexts("failed"),
    );
  }, [cardId, version]);
  return texts;
}
