import { useLingui } from "@lingui/react/macro";
import { useRouter } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Finding } from "../../ui/findIn";
import type { FoundCard } from "../search/answer";
import { asksNumber, type SearchQuery, searchAddress } from "../search/query";
import { useRound } from "../search/useRound";
import { useSearch } from "../search/useSearch";

const MOST_CARDS = 5;
/** The palette answers by itself at once; the server is asked when the typing rests. */
const REST_MS = 200;

/** Where the task stands; its number too where numbers are asked for. */
const noteOf = (card: FoundCard, isNumbered: boolean): string =>
  isNumbered && card.number > 0 ? `#${card.number} · ${card.board_name}` : card.board_name;

/** Tasks found by the server, and the way to everything it finds; these come last, so that nothing moves when they come. */
export function useFurther(words: string, here: string | null): readonly Finding[] {
  const { t } = useLingui();
  const { history } = useRouter();
  const query = useMemo<SearchQuery>(() => ({ q: words, here: here ?? undefined }), [words, here]);
  // What one may no longer read does not stay there because nobody types.
  const [round] = useRound();
  const { answer } = useSearch(query, REST_MS, `${round}`);
  return useMemo(() => {
    const sought = words.trim();
    if (!sought) return [];
    const cards = (answer?.cards ?? []).slice(0, MOST_CARDS).map((card) => ({
      ...{ id: `card/${card.card_id}`, label: card.title, note: noteOf(card, asksNumber(query)) },
      ...{ group: t`Tasks`, icon: "checklist" as const },
      run: () => history.push(`/b/${card.board_id}/c/${card.card_id}`),
    }));
    const all: Finding = {
      ...{
        id: "search.all",
        label: cards.length > 0 ? t`See all results` : t`Search everywhere for “${sought}”`,
        group: t`Tasks`,
        icon: "search",
      },
      run: () => history.push(searchAddress(query)),
    };
    return [...cards, all];
  }, [t, history, words, answer, query]);
}
