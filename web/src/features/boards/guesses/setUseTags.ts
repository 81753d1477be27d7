import { registerGuess } from "../../../sync/guesses";

registerGuess("board.set_use_tags", (tx, args) => tx.patch("boards", args.board_id, { use_tags: args.on }));
