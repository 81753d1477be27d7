import { registerGuess } from "../../../sync/guesses";
import { isAssignable } from "../../cards/guesses/cardRules";
import { dueFacts } from "../../cards/guesses/setDue";
import { mustBeOpen, rollUp } from "./itemRules";

const sorted = (people: Iterable<string>) => [...new Set(people)].sort();

registerGuess("checklist.assign", (tx, args) => {
  for (const item of mustBeOpen(tx, args.item_ids)) {
    const card = tx.must("cards", item.card_id);
    if (!isAssignable(tx, card.board_id, args.person_id)) tx.give_up();
    tx.patch("cards", card.id, { assignee_ids: sorted([...card.assignee_ids, args.person_id]) });
    tx.patch("checklist_items", item.id, { assignee_ids: sorted([...item.assignee_ids, args.person_id]) });
  }
});

registerGuess("checklist.unassign", (tx, args) => {
  for (const item of mustBeOpen(tx, args.item_ids)) {
    const staying = item.assignee_ids.filter((person) => person !== args.person_id);
    tx.patch("checklist_items", item.id, { assignee_ids: staying });
  }
});

registerGuess("checklist.set_due", (tx, args) => {
  const items = mustBeOpen(tx, args.item_ids);
  const facts = dueFacts(args);
  for (const { id } of items) tx.patch("checklist_items", id, facts);
  rollUp(tx, items);
});
