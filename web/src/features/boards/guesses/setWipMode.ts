import { registerGuess } from "../../../sync/guesses";

registerGuess("board.set_wip_mode", (tx, args) => tx.patch("boards", args.board_id, { wip_mode: args.mode }));
