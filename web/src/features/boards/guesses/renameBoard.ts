import { cleanLine } from "../../../kits/linekit";
import { registerGuess } from "../../../sync/guesses";

registerGuess("board.rename", (tx, args) => {
  const name = cleanLine(args.name);
  if (name) tx.patch("boards", args.board_id, { name });
});
