import { registerGuess } from "../../../sync/guesses";
import { columnRank, mustBeNormal } from "./columnRules";

registerGuess("column.move", (tx, args) => {
  const column = mustBeNormal(tx, args.column_id);
  tx.patch("columns", column.id, { rank: columnRank(tx, column.board_id, args.after, args.before) });
});
