import { useCallback, useRef, useSyncExternalStore } from "react";
import type { CardRow, DependencyRow } from "../../contracts/rows";
import { store, useSync, useTable } from "../../sync/hooks";
import { readElsewhere, subscribeElsewhere } from "./elsewhere";

/** A card's dependencies, those it waits for and those that wait for it. */
export function useTies(cardId: string): readonly DependencyRow[] {
  return useTable(
    "dependencies",
    useCallback((row: DependencyRow) => row.card_id === cardId, [cardId]),
  );
}

/** Whether a card is completed or deleted; undefined where it may not be read. */
export function isDone(tie: DependencyRow): boolean | undefined {
  const card = store.read("cards", tie.other_id);
  return card ? card.completed_at !== null || card.deleted_at !== null : readElsewhere(tie.other_id)?.is_done;
}

/** Of these dependencies, the open cards that are waited for; what may not be read counts as open. The same list while it is the same. */
export function useBlockers(ties: readonly DependencyRow[]): readonly DependencyRow[] {
  const { watchers } = useSync().store;
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = ties.map((tie) => watchers.watch(`row cards ${tie.other_id}`, listener));
      if (ties.length > 0) stops.push(subscribeElsewhere(listener));
      return () => {
        for (const stop of stops) stop();
      };
    },
    [watchers, ties],
  );
  const last = useRef<readonly DependencyRow[]>([]);
  return useSyncExternalStore(subscribe, () => {
    const found = ties.filter((tie) => tie.kind === "blocked_by" && !isDone(tie));
    const isSame = found.length === last.current.length && found.every((tie, at) => tie === last.current[at]);
    if (!isSame) last.current = found;
    return last.current;
  });
}

/** For how many open cards a card waits; a card that is done waits for none. */
export function useWaits(card: CardRow): number {
  const count = useBlockers(useTies(card.id)).length;
  return card.completed_at === null && card.deleted_at === null ? count : 0;
}
