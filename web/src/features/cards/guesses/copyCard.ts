import type { CardRow } from "../../../contracts/rows";
import { registerGuess } from "../../../sync/guesses";
import { carryTags, completion, isAssignable, mustHaveRoom } from "./cardRules";

/** What hangs on a copy (details, checklist, attachments) comes from the server; its face is complete at once. */
registerGuess("card.copy", (tx, args, ctx) => {
  const column = tx.must("columns", args.column_id);
  if (column.kind === "deleted") tx.give_up();
  mustHaveRoom(tx, column, args.copies.length);
  const ranks = tx.places("cards", column.id, args.after, args.before, args.copies.length);
  for (const [at, { card_id, new_id }] of args.copies.entries()) {
    const card = tx.must("cards", card_id);
    if (tx.row("cards", new_id)) tx.give_up();
    const isHome = card.board_id === column.board_id;
    const row: CardRow = {
      ...card,
      id: new_id,
      board_id: column.board_id,
      column_id: column.id,
      rank: ranks[at] as string,
      // The server's to give; 0 says that there is none yet.
      number: 0,
      assignee_ids: card.assignee_ids.filter((person) => isAssignable(tx, column.board_id, person)),
      tag_ids: isHome ? card.tag_ids : carryTags(tx, card.tag_ids, column.board_id),
      checklist_done: 0,
      created_at: ctx.now,
      created_by: ctx.person,
      ...NOT_DONE,
    };
    tx.put("cards", { ...row, ...completion(ctx, row, column) });
  }
});

const NOT_DONE = { completed_at: null, completed_by: null, deleted_at: null, deleted_by: null, deleted_from: null };
