import { registerGuess } from "../../../sync/guesses";
import { mustBeEditable } from "./cardRules";

registerGuess("card.set_start", (tx, args) => {
  for (const id of args.card_ids) tx.patch("cards", mustBeEditable(tx, id).id, { start_on: args.start_on });
});
