import { registerGuess } from "../../../sync/guesses";

registerGuess("board.describe", (tx, args) => tx.patch("boards", args.board_id, { description: args.description }));
