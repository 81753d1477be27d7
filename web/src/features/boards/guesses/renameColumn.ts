import { cleanLine } from "../../../kits/linekit";
import { registerGuess } from "../../../sync/guesses";

registerGuess("column.rename", (tx, args) => {
  const name = cleanLine(args.name);
  if (name && tx.must("columns", args.column_id).kind !== "deleted") tx.patch("columns", args.column_id, { name });
});
