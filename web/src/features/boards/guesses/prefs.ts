import type { BoardPrefRow } from "../../../contracts/rows";
import { type GuessContext, type GuessTx, registerGuess } from "../../../sync/guesses";

registerGuess("pref.set_favourite", (tx, args, ctx) => set(tx, ctx, args.board_id, { favourite: args.favourite }));
registerGuess("pref.set_zoom", (tx, args, ctx) => set(tx, ctx, args.board_id, { zoom: args.zoom }));
registerGuess("pref.open_board", (tx, args, ctx) => set(tx, ctx, args.board_id, { opened_at: ctx.now }));
registerGuess("pref.hide_column", (tx, args, ctx) => {
  const boardId = tx.must("columns", args.column_id).board_id;
  const hidden = new Set(pref(tx, ctx, boardId).hidden_column_ids);
  if (args.hidden) hidden.add(args.column_id);
  else hidden.delete(args.column_id);
  set(tx, ctx, boardId, { hidden_column_ids: [...hidden].sort() });
});

function set(tx: GuessTx, ctx: GuessContext, boardId: string, fields: Partial<BoardPrefRow>): void {
  tx.put("board_prefs", { ...pref(tx, ctx, boardId), ...fields });
}

function pref(tx: GuessTx, ctx: GuessContext, boardId: string): BoardPrefRow {
  const id = `${ctx.person}.${boardId}`;
  const fresh = { id, person_id: ctx.person, board_id: boardId, favourite: false, zoom: "cards" };
  return tx.row("board_prefs", id) ?? { ...fresh, hidden_column_ids: [], opened_at: null };
}
