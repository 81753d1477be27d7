import { cleanLine } from "../../../kits/linekit";
import { registerGuess } from "../../../sync/guesses";
import { mustHaveRoom } from "./cardRules";

/** The number is the server's to give; 0 says that there is none yet. */
const NO_NUMBER = 0;

registerGuess("card.add", (tx, args, ctx) => {
  const column = tx.must("columns", args.column_id);
  if (column.kind !== "normal") tx.give_up();
  mustHaveRoom(tx, column, args.cards.length);
  const ranks = tx.places("cards", column.id, args.after, args.before, args.cards.length);
  for (const [at, card] of args.cards.entries()) {
    const title = cleanLine(card.title);
    if (!title || tx.row("cards", card.card_id)) tx.give_up();
    tx.put("cards", {
      id: card.card_id,
      board_id: column.board_id,
      column_id: column.id,
      rank: ranks[at] as string,
      number: NO_NUMBER,
      title,
      status: "normal",
      priority: "normal",
      due_on: null,
      due_time: null,
      due_zone: null,
      due_at: null,
      start_on: null,
      assignee_ids: [],
      tag_ids: [],
      checklist_done: 0,
      checklist_total: 0,
      checklist_due_at: null,
      completed_at: null,
      completed_by: null,
      created_at: ctx.now,
      created_by: ctx.person,
      deleted_at: null,
      deleted_by: null,
      deleted_from: null,
    });
  }
});
