import { useLingui } from "@lingui/react/macro";
import { useRouter } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Finding } from "../../ui/findIn";
import { type SearchQuery, searchAddress } from "../search/query";
import { useSearch } from "../search/useSearch";

const MOST_CARDS = 5;
/** The palette answers by itself at once; the server is asked when the typing rests. */
const REST_MS = 200;

/** Tasks found by the server, and the way to everything it finds; these come last, so that nothing moves when they come. */
export function useFurther(words: string, here: string | null): readonly Finding[] {
  const { t } = useLingui();
  const { history } = useRouter();
  const query = useMemo<SearchQuery>(() => ({ q: words, here: here ?? undefined }), [words, here]);
  const { answer } = useSearch(query, REST_MS);
  return useMemo(() => {
    if (!words.trim()) return [];
    const cards = (answer?.cards ?? []).slice(0, MOST_CARDS).map((card) => ({
      ...{ id: `card/${card.card_id}`, label: card.title, note: card.board_name },
      ...{ group: t`Tasks`, icon: "checklist" as const },
      run: () => history.push(`/b/${card.board_id}/c/${card.card_id}`),
    }));
    const all: Finding = {
      ...{ id: "search.all", label: t`See all results`, group: t`Tasks`, icon: "search" },
      run: () => history.push(searchAddress(query)),
    };
    return [...cards, all];
  }, [t, history, words, answer, query]);
}
