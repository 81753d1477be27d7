import { useCallback, useRef } from "react";
import { store } from "../../sync/hooks";
import type { Neighbours } from "./boardTools";

/** A card of any board, as pages over all boards name it. */
export type PlacedCard = { id: string; board_id: string };

/** The neighbours in an order; of a card that stood at `at` and has left, those that were round it. */
export function neighboursIn(ids: readonly string[], cardId: string, at = -1): Neighbours {
  const now = ids.indexOf(cardId);
  if (now >= 0) return { previous: ids[now - 1], next: ids[now + 1] };
  return at < 0 ? { previous: undefined, next: undefined } : { previous: ids[at - 1], next: ids[at] };
}

/** Through the page's list where there is one, else through the card's column. A card that leaves the list while it is open keeps its place in it. */
export function useNeighbours(list: readonly PlacedCard[] | undefined): (cardId: string) => Neighbours {
  const last = useRef({ id: "", at: -1 });
  return useCallback(
    (cardId: string) => {
      if (!list) return neighboursIn(store.order("cards", store.read("cards", cardId)?.column_id ?? ""), cardId);
      const ids = list.map((one) => one.id);
      const at = ids.indexOf(cardId);
      if (at >= 0) last.current = { id: cardId, at };
      return neighboursIn(ids, cardId, last.current.id === cardId ? last.current.at : -1);
    },
    [list],
  );
}
