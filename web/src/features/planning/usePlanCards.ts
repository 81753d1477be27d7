import { useMemo, useRef } from "react";
import type { CardRow } from "../../contracts/rows";
import { store, useOrder, useTable } from "../../sync/hooks";
import { useBoard } from "../boards/boardTools";
import { useShown } from "../highlight/highlight";

export type PlanCards = {
  /** Neither completed nor deleted, in the order of the board. */
  open: readonly CardRow[];
  /** Completed last comes first. */
  done: readonly CardRow[];
};

/** The cards of a board that plans show. It is read anew with every change, so it goes through ten thousand in a millisecond. */
export function usePlanCards(boardId: string): PlanCards {
  const columns = useOrder("columns", boardId);
  const all = useTable("cards");
  return useMemo(() => {
    void all;
    const open: CardRow[] = [];
    const done: CardRow[] = [];
    for (const columnId of columns) {
      for (const id of store.order("cards", columnId)) {
        const card = store.read("cards", id);
        if (!card || card.deleted_at !== null) continue;
        (card.completed_at === null ? open : done).push(card);
      }
    }
    done.sort((a, b) => (b.completed_at ?? 0) - (a.completed_at ?? 0));
    return { open, done };
  }, [columns, all]);
}

/** The same array while it holds the same ids, so that lists that did not change are not drawn again. */
export function useStableLists<K extends string>(lists: Record<K, readonly string[]>): Record<K, readonly string[]> {
  const last = useRef(lists);
  return useMemo(() => {
    const next = { ...lists };
    for (const id of Object.keys(lists) as K[]) {
      const [old, now] = [last.current[id], lists[id]];
      if (old && old.length === now.length && old.every((one, at) => one === now[at])) next[id] = old;
    }
    last.current = next;
    return next;
  }, [lists]);
}

/** Those of these cards that are shown: while only what is highlighted is, no others. */
export function useShownCards(cards: readonly CardRow[]): readonly CardRow[] {
  const { highlight } = useBoard();
  const ids = useMemo(() => cards.map((card) => card.id), [cards]);
  const shown = useShown(highlight, ids);
  return useMemo(() => {
    if (shown.length === cards.length) return cards;
    const kept = new Set(shown);
    return cards.filter((card) => kept.has(card.id));
  }, [cards, shown]);
}
