import { plural, t } from "@lingui/core/macro";
import { store } from "../../../sync/hooks";
import type { Sync } from "../../../sync/sync";
import { toasts } from "../../../ui/toasts";
import type { BoardTools } from "../../boards/boardTools";
import { copyCards, moveCards, type Place, rowsOf } from "../selection/bulkActs";
import { clipboard, weightOf } from "./clipboard";

/** Puts down what was cut or copied, on whatever board: cut cards are moved whole, copied ones are made anew. */
export async function paste(sync: Sync, place: Place | null): Promise<void> {
  const clip = clipboard.now();
  if (!clip || !place) return;
  if (clip.act === "copy") {
    await copyCards(sync, clip.cards, place);
    return;
  }
  // What was cut is pasted once.
  clipboard.clear();
  const sent = await moveCards(
    sync,
    clip.cards.map((card) => card.id),
    place,
  );
  const text = plural(sent.done, { one: "# task is pasted.", other: "# tasks are pasted." });
  if (sent.done > 0) toasts.add({ kind: "done", text, action: { label: t`Undo`, run: () => sync.undo(sent.group) } });
}

/** After the card with the focus, else at the end of the column with it, else of the first. */
export function placeHere(board: BoardTools): Place | null {
  const card = board.focus.current ? store.read("cards", board.focus.current) : undefined;
  if (card && canTake(card.column_id)) return { columnId: card.column_id, after: card.id, before: null };
  const focused = document.activeElement?.closest<HTMLElement>("[data-column]")?.dataset.column;
  const columnId = focused && canTake(focused) ? focused : board.columnIds().find(canTake);
  return columnId ? endOf(columnId) : null;
}

export function endOf(columnId: string): Place {
  return { columnId, after: store.order("cards", columnId).at(-1) ?? null, before: null };
}

const canTake = (columnId: string) => {
  const kind = store.read("columns", columnId)?.kind;
  return kind !== undefined && kind !== "deleted";
};

/** A copy of each card right after it; of several in one column, after the last of them. */
export async function duplicate(sync: Sync, cardIds: readonly string[]): Promise<void> {
  const rows = rowsOf(cardIds).filter((card) => canTake(card.column_id));
  for (const columnId of new Set(rows.map((card) => card.column_id))) {
    const cards = rows.filter((card) => card.column_id === columnId);
    const copied = cards.map((card) => ({ id: card.id, weight: weightOf(card) }));
    await copyCards(sync, copied, { columnId, after: cards.at(-1)?.id ?? null, before: null });
  }
}
