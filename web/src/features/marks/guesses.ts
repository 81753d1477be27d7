import type { BoardSeenRow, CardSeenRow } from "../../contracts/rows";
import { type GuessContext, type GuessTx, registerGuess } from "../../sync/guesses";

registerGuess("marks.see_card", (tx, args, ctx) => {
  const id = `${ctx.person}.${args.card_id}`;
  const fresh = { id, person_id: ctx.person, card_id: args.card_id, details_at: 0, checklist_at: 0, files_at: 0 };
  const row: CardSeenRow = { ...(tx.row("card_seen", id) ?? { ...fresh, at: ctx.now }) };
  for (const tab of args.tab ? [args.tab] : (["details", "checklist", "files"] as const)) {
    row[`${tab}_at`] = Math.max(row[`${tab}_at`], args.at);
  }
  tx.put("card_seen", row);
});

registerGuess("marks.see_board", (tx, args, ctx) => see(tx, ctx, args.board_id, args.at, args.tab));
registerGuess("marks.see_all", (tx, args, ctx) => see(tx, ctx, "all", args.at));

function see(tx: GuessTx, ctx: GuessContext, boardId: string, at: number, tab?: "files" | null): void {
  const id = `${ctx.person}.${boardId}`;
  const fresh: BoardSeenRow = { id, person_id: ctx.person, board_id: boardId, seen_at: 0, files_at: 0 };
  const row = { ...(tx.row("board_seen", id) ?? fresh) };
  if (tab) row.files_at = Math.max(row.files_at, at);
  else row.seen_at = Math.max(row.seen_at, at);
  tx.put("board_seen", row);
}
