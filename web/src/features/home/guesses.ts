/** Imported once at start, so that home shows its own guesses, also those an earlier page left in the outbox. */
import { registerGuess } from "../../sync/guesses";
import "../boards/guesses/prefs";

/** The board's tile only; its columns come with the answer. */
registerGuess("board.create", (tx, args, ctx) => {
  const { board_id: id, account_id, name } = args;
  const facts = { kind: "task", description: "", wip_mode: "warn", numbering: false, use_tags: true };
  tx.put("boards", { id, account_id, name, ...facts, created_at: ctx.now, created_by: ctx.person });
});
