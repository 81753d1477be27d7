import { registerGuess } from "../../../sync/guesses";
import { columnsOf, putInDeleted } from "./cardRules";

registerGuess("card.delete", (tx, args, ctx) => {
  for (const id of args.card_ids) {
    const card = tx.must("cards", id);
    const deleted = columnsOf(tx, card.board_id).find((column) => column.kind === "deleted") ?? tx.give_up();
    if (card.column_id !== deleted.id) putInDeleted(tx, ctx, card, deleted.id);
  }
});
