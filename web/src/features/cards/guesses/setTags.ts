import { registerGuess } from "../../../sync/guesses";
import { mustBeEditable } from "./cardRules";
import { mustBeHome, replaceOn } from "./tagRules";

registerGuess("card.add_tag", (tx, args) => {
  mustBeHome(tx, args.tag_id, args.card_ids);
  for (const id of args.card_ids) {
    const card = mustBeEditable(tx, id);
    tx.patch("cards", id, { tag_ids: [...new Set([...card.tag_ids, args.tag_id])].sort() });
  }
});

registerGuess("card.remove_tag", (tx, args) => {
  mustBeHome(tx, args.tag_id, args.card_ids);
  for (const id of args.card_ids) replaceOn(tx, mustBeEditable(tx, id), args.tag_id, null);
});

registerGuess("card.replace_tag", (tx, args) => {
  mustBeHome(tx, args.tag_id, args.card_ids);
  const into = args.into_id ? tx.must("tags", args.into_id) : null;
  if (into && into.board_id !== tx.must("tags", args.tag_id).board_id) tx.give_up();
  for (const id of args.card_ids) replaceOn(tx, tx.must("cards", id), args.tag_id, into?.id ?? null);
});
