import { registerGuess } from "../../../sync/guesses";
import { mustBeNormal } from "./columnRules";

registerGuess("column.set_wip_limit", (tx, args) => {
  tx.patch("columns", mustBeNormal(tx, args.column_id).id, { wip_limit: args.limit });
});
