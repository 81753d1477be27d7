import { registerGuess } from "../../../sync/guesses";
import { mustBeEditable } from "./cardRules";

registerGuess("card.unassign", (tx, args) => {
  for (const id of args.card_ids) {
    const card = mustBeEditable(tx, id);
    tx.patch("cards", id, { assignee_ids: card.assignee_ids.filter((person) => person !== args.person_id) });
  }
});
