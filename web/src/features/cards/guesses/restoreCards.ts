import { registerGuess } from "../../../sync/guesses";
import { columnsOf, completion, mustHaveRoom } from "./cardRules";

registerGuess("card.restore", (tx, args, ctx) => {
  for (const id of args.card_ids) {
    const card = tx.must("cards", id);
    if (card.deleted_at === null) tx.give_up();
    const columns = columnsOf(tx, card.board_id).filter((column) => column.kind !== "deleted");
    const home = columns.find((column) => column.id === card.deleted_from) ?? columns[0] ?? tx.give_up();
    mustHaveRoom(tx, home, 1);
    const rank = tx.freeRank("cards", home.id, card.rank);
    const alive = { deleted_at: null, deleted_by: null, deleted_from: null };
    tx.patch("cards", id, { column_id: home.id, rank, ...alive, ...completion(ctx, card, home) });
  }
});
