import { cleanLine } from "../../../kits/linekit";
import { registerGuess } from "../../../sync/guesses";
import { mustBeEditable } from "./cardRules";

registerGuess("card.rename", (tx, args) => {
  const title = cleanLine(args.title);
  const card = mustBeEditable(tx, args.card_id);
  if (title) tx.patch("cards", card.id, { title });
});
