import { useCallback, useMemo, useRef } from "react";
import type { CardRow } from "../../contracts/rows";
import { store, useOrder, useTable } from "../../sync/hooks";
import { useBoard } from "../boards/boardTools";
import { isOpen } from "../highlight/filter";
import { useShown } from "../highlight/highlight";

export type PlanCards = {
  /** Neither completed nor deleted, in the order of the board. */
  open: readonly CardRow[];
  /** Completed last comes first. */
  done: readonly CardRow[];
};

/** The cards of a board that plans show. Ten thousand of them take a few milliseconds, and nothing while none of them changes. */
export function usePlanCards(boardId: string): PlanCards {
  const columns = useOrder("columns", boardId);
  const rows = useTable(
    "cards",
    useCallback((card: CardRow) => card.board_id === boardId && card.deleted_at === null, [boardId]),
  );
  return useMemo(() => {
    const inOrder = columns.flatMap((id) => store.order("cards", id)).flatMap((id) => store.read("cards", id) ?? []);
    const done = inOrder.filter((card) => card.completed_at !== null && card.deleted_at === null);
    const byEnd = done.sort((a, b) => (b.completed_at ?? 0) - (a.completed_at ?? 0));
    return { open: inOrder.filter(isOpen), done: byEnd };
  }, [columns, rows]);
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
