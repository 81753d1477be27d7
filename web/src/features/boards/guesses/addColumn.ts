import { cleanLine } from "../../../kits/linekit";
import { registerGuess } from "../../../sync/guesses";
import { columnRank } from "./columnRules";

const MOST_COLUMNS = 200;

registerGuess("column.add", (tx, args) => {
  tx.must("boards", args.board_id);
  const name = cleanLine(args.name);
  if (!name || tx.row("columns", args.column_id)) return;
  if (tx.order("columns", args.board_id).length >= MOST_COLUMNS) return;
  const rank = columnRank(tx, args.board_id, args.after, args.before);
  tx.put("columns", { id: args.column_id, board_id: args.board_id, name, kind: "normal", rank, wip_limit: null });
});
