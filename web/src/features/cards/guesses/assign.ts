import { registerGuess } from "../../../sync/guesses";
import { isAssignable, mustBeEditable } from "./cardRules";

registerGuess("card.assign", (tx, args) => {
  for (const id of args.card_ids) {
    const card = mustBeEditable(tx, id);
    if (!isAssignable(tx, card.board_id, args.person_id)) tx.give_up();
    tx.patch("cards", id, { assignee_ids: [...new Set([...card.assignee_ids, args.person_id])].sort() });
  }
});
