import { cleanLine } from "../../../kits/linekit";
import { registerGuess } from "../../../sync/guesses";
import { mustBeEditable } from "../../cards/guesses/cardRules";
import { mustBeOpen, rollUp } from "./itemRules";

registerGuess("checklist.add", (tx, args, ctx) => {
  const card = mustBeEditable(tx, args.card_id);
  const ranks = tx.places("checklist_items", card.id, args.after, args.before, args.items.length);
  for (const [at, item] of args.items.entries()) {
    const text = cleanLine(item.text);
    if (!text || tx.row("checklist_items", item.item_id)) tx.give_up();
    tx.put("checklist_items", {
      id: item.item_id,
      card_id: card.id,
      rank: ranks[at] as string,
      text,
      done: item.done ?? false,
      due_on: null,
      due_time: null,
      due_zone: null,
      due_at: null,
      assignee_ids: [],
      created_at: ctx.now,
      created_by: ctx.person,
    });
  }
  rollUp(tx, [{ card_id: card.id }]);
});

registerGuess("checklist.rename", (tx, args) => {
  const text = cleanLine(args.text);
  mustBeOpen(tx, [args.item_id]);
  if (text) tx.patch("checklist_items", args.item_id, { text });
});

registerGuess("checklist.set_done", (tx, args) => {
  const items = mustBeOpen(tx, args.item_ids);
  for (const { id } of items) tx.patch("checklist_items", id, { done: args.done });
  rollUp(tx, items);
});

registerGuess("checklist.move", (tx, args) => {
  const items = mustBeOpen(tx, args.item_ids);
  const cards = new Set(items.map((item) => item.card_id));
  const [cardId] = cards;
  if (!cardId || cards.size > 1) return;
  const ranks = tx.places("checklist_items", cardId, args.after, args.before, items.length);
  for (const [at, { id }] of items.entries()) tx.patch("checklist_items", id, { rank: ranks[at] as string });
});

registerGuess("checklist.remove", (tx, args) => {
  const items = mustBeOpen(tx, args.item_ids);
  for (const { id } of items) tx.remove("checklist_items", id);
  rollUp(tx, items);
});
