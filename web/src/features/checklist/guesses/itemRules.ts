/** What the guesses of checklists share; the server's rules stand in `tafla/cards/checklist.py`. */
import type { ChecklistItemRow } from "../../../contracts/rows";
import type { GuessTx } from "../../../sync/guesses";
import { mustBeEditable } from "../../cards/guesses/cardRules";

const MOST_ITEMS = 500;

/** The items, none of them on a frozen card. */
export function mustBeOpen(tx: GuessTx, itemIds: readonly string[]): ChecklistItemRow[] {
  const items = [...new Set(itemIds)].map((id) => tx.must("checklist_items", id));
  for (const card of new Set(items.map((item) => item.card_id))) mustBeEditable(tx, card);
  return items;
}

/** Brings up to date what cards count of their items. */
export function rollUp(tx: GuessTx, items: readonly { card_id: string }[]): void {
  for (const cardId of new Set(items.map((item) => item.card_id))) {
    const all = tx.order("checklist_items", cardId).map((id) => tx.must("checklist_items", id));
    if (all.length > MOST_ITEMS) tx.give_up();
    const dates = all.flatMap((item) => (item.done || item.due_at === null ? [] : [item.due_at]));
    tx.patch("cards", cardId, {
      checklist_done: all.filter((item) => item.done).length,
      checklist_total: all.length,
      checklist_due_at: dates.length > 0 ? Math.min(...dates) : null,
    });
  }
}
