import type { CardRow } from "../../../contracts/rows";
import type { GuessTx } from "../../../sync/guesses";

/** The tag has to be of every card's own board. */
export function mustBeHome(tx: GuessTx, tagId: string, cardIds: readonly string[]): void {
  const home = tx.must("tags", tagId).board_id;
  if (cardIds.some((id) => tx.must("cards", id).board_id !== home)) tx.give_up();
}

/** Takes a tag off a card, or puts another in its place; a card without it stays as it is. */
export function replaceOn(tx: GuessTx, card: CardRow, tagId: string, intoId: string | null): void {
  if (!card.tag_ids.includes(tagId)) return;
  const kept = new Set(card.tag_ids.filter((id) => id !== tagId));
  if (intoId) kept.add(intoId);
  tx.patch("cards", card.id, { tag_ids: [...kept].sort() });
}
