import { useEffect, useSyncExternalStore } from "react";
import type { DependencyRow } from "../../contracts/rows";
import { api } from "../../kits/apikit";
import { onMoved } from "../../sync/moved";

/** A card on another board that a card here blocks or waits for. */
export type CardElsewhere = {
  id: string;
  board_id: string;
  board: string;
  title: string;
  number: number;
  due_on: string | null;
  due_time: string | null;
  due_zone: string | null;
  due_at: number | null;
  is_done: boolean;
};

let known: ReadonlyMap<string, CardElsewhere> = new Map();
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A card of another board, as far as it was told; never one that the person may not read. */
export const readElsewhere = (id: string): CardElsewhere | undefined => known.get(id);
export const subscribeElsewhere = subscribe;
export const useElsewhere = (id: string) => useSyncExternalStore(subscribe, () => known.get(id));

/** Keeps at hand what stands at the other ends of a board's dependencies. Asks only where there are some on other boards. */
export function useElsewhereOf(boardId: string, ties: readonly DependencyRow[]): void {
  const away = ties.filter((tie) => tie.other_board_id !== boardId);
  const boards = [...new Set(away.map((tie) => tie.other_board_id))].join(" ");
  const key = away.map((tie) => tie.id).join(" ");
  useEffect(() => {
    if (!key) return;
    let isOver = false;
    const ask = () =>
      api
        .get<CardElsewhere[]>(`/api/v1/boards/${boardId}/dependencies`)
        .then((cards) => {
          if (isOver) return;
          known = new Map(cards.map((card) => [card.id, card]));
          for (const listener of [...listeners]) listener();
        })
        // Without a connection what was known stays.
        .catch(() => undefined);
    void ask();
    const there = boards.split(" ");
    const stop = onMoved((moved) => {
      if (moved.length === 0 || moved.some((board) => there.includes(board))) void ask();
    });
    return () => {
      isOver = true;
      stop();
    };
  }, [boardId, key, boards]);
}
