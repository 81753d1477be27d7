import { registerGuess } from "../../../sync/guesses";

registerGuess("board.set_team_arranges", (tx, args) =>
  tx.patch("board_privacy", args.board_id, { team_arranges: args.on }),
);
registerGuess("board.set_visitors_chat", (tx, args) =>
  tx.patch("board_privacy", args.board_id, { visitors_chat: args.on }),
);
registerGuess("board.set_link_options", (tx, args) =>
  tx.patch("board_privacy", args.board_id, { link_chat: args.chat, link_files: args.files }),
);
