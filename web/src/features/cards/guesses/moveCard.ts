import type { CardRow, ColumnRow } from "../../../contracts/rows";
import { type GuessContext, type GuessTx, registerGuess } from "../../../sync/guesses";
import { carryTags, completion, isAssignable, mustHaveRoom, putInDeleted } from "./cardRules";

registerGuess("card.move", (tx, args, ctx) => {
  const column = tx.must("columns", args.column_id);
  const cards = [...new Set(args.card_ids)].map((id) => tx.must("cards", id));
  if (column.kind === "deleted") {
    for (const card of cards) {
      if (card.board_id === column.board_id && card.column_id !== column.id) putInDeleted(tx, ctx, card, column.id);
    }
    return;
  }
  mustHaveRoom(tx, column, cards.filter((card) => card.column_id !== column.id).length);
  const [after, before] = args.to_top ? [null, tx.order("cards", column.id)[0]] : [args.after, args.before];
  const ranks = tx.places("cards", column.id, after, before, cards.length);
  for (const [at, card] of cards.entries()) {
    tx.patch("cards", card.id, { ...placed(tx, ctx, card, column), rank: ranks[at] as string });
  }
});

/** Out of Deleted a card is alive again; on another board it takes that board's number, which only the server knows. */
function placed(tx: GuessTx, ctx: GuessContext, card: CardRow, column: ColumnRow): Partial<CardRow> {
  const facts: Partial<CardRow> = { column_id: column.id, ...completion(ctx, card, column) };
  if (card.deleted_at !== null) Object.assign(facts, { deleted_at: null, deleted_by: null, deleted_from: null });
  if (card.board_id !== column.board_id) {
    facts.board_id = column.board_id;
    facts.number = 0;
    facts.tag_ids = carryTags(tx, card.tag_ids, column.board_id);
    facts.assignee_ids = card.assignee_ids.filter((person) => isAssignable(tx, column.board_id, person));
  }
  return facts;
}
