import type { GuessTx } from "../../sync/guesses";

/** Whose chat is meant: a card's or a board's. Exactly one of the two is named. */
export type TalkPlace = { card_id: string } | { board_id: string };

type Named = { card_id?: string | null; board_id?: string | null };

export const subjectOf = (place: TalkPlace): string => ("card_id" in place ? place.card_id : place.board_id);

/** The card or board of a command, as the server reads it (`tafla/chat/rules.py`); ends a guess that names both or none. */
export function mustBeSubject(tx: GuessTx, { card_id, board_id }: Named): string {
  const subject = card_id ?? board_id;
  if (!subject || (card_id && board_id)) tx.give_up();
  return subject;
}

/** The chat of a card in Deleted is frozen. */
export function mustBeOpen(tx: GuessTx, cardId: string | null | undefined): void {
  if (!cardId) return;
  const card = tx.must("cards", cardId);
  if (tx.must("columns", card.column_id).kind === "deleted") tx.give_up();
}
