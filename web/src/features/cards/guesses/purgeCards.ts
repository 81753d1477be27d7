import { registerGuess } from "../../../sync/guesses";

registerGuess("card.purge", (tx, args) => {
  for (const id of args.card_ids) {
    if (tx.must("cards", id).deleted_at === null) tx.give_up();
    tx.remove("cards", id);
    if (tx.row("card_texts", id)) tx.remove("card_texts", id);
  }
});
