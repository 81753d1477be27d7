import { registerGuess } from "../../../sync/guesses";
import { mustBeSubject } from "../place";

registerGuess("chat.seen", (tx, args, ctx) => {
  const subject_id = mustBeSubject(tx, args);
  const { board_id, last_at } = tx.must("talks", subject_id);
  const id = `${ctx.person}.${subject_id}`;
  const known = tx.row("talk_seen", id);
  const seen_at = Math.min(args.until, last_at);
  if (!known) tx.put("talk_seen", { id, person_id: ctx.person, subject_id, board_id, seen_at });
  else if (seen_at > known.seen_at) tx.patch("talk_seen", id, { seen_at, board_id });
});
