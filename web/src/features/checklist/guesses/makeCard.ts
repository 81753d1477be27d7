import { registerGuess } from "../../../sync/guesses";
import { mustHaveRoom } from "../../cards/guesses/cardRules";
import { newCard } from "../../cards/guesses/newCard";
import { mustBeOpen, rollUp } from "./itemRules";

registerGuess("checklist.make_card", (tx, args, ctx) => {
  const [item] = mustBeOpen(tx, [args.item_id]);
  if (!item) return;
  const card = tx.must("cards", item.card_id);
  const column = tx.must("columns", args.column_id ?? card.column_id);
  if (column.kind !== "normal" || column.board_id !== card.board_id || tx.row("cards", args.card_id)) return;
  mustHaveRoom(tx, column, 1);
  const rank = tx.place("cards", column.id, card.id, null);
  const { text: title, assignee_ids, due_on, due_time, due_zone, due_at } = item;
  const facts = { title, rank, assignee_ids, due_on, due_time, due_zone, due_at };
  tx.put("cards", { ...newCard(ctx, column, args.card_id), ...facts });
  const name = card.title.replace(/[\\`*_[\]<>&~|]/g, "\\$&");
  const details = `[${name}](/b/${card.board_id}/c/${card.id})`;
  tx.put("card_texts", { id: args.card_id, details, version: 1 });
  tx.remove("checklist_items", item.id);
  rollUp(tx, [item]);
});
