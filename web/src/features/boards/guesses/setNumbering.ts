import { registerGuess } from "../../../sync/guesses";

registerGuess("board.set_numbering", (tx, args) => tx.patch("boards", args.board_id, { numbering: args.on }));
