import { registerGuess } from "../../../sync/guesses";
import { mustBeOpen, mustBeSubject } from "../place";
import { mentioned, mustBeText } from "./messageRules";

registerGuess("chat.post", (tx, args, ctx) => {
  const subject_id = mustBeSubject(tx, args);
  mustBeOpen(tx, args.card_id);
  const board_id = args.board_id ?? tx.must("cards", subject_id).board_id;
  const text = mustBeText(tx, args.text);
  if (tx.row("messages", args.message_id)) tx.give_up();
  const talk = tx.row("talks", subject_id);
  // Above the last one whatever this device's clock says.
  const at = talk ? Math.max(ctx.now, talk.last_at + 1) : ctx.now;
  tx.put("messages", {
    id: args.message_id,
    subject_id,
    at,
    by: ctx.person,
    text,
    reply_to: args.reply_to ?? null,
    edited_at: null,
    deleted_at: null,
    ...mentioned(tx, text, board_id),
  });
  const last = { last_at: at, last_by: ctx.person };
  if (talk) tx.patch("talks", subject_id, { count: talk.count + 1, ...last });
  else tx.put("talks", { id: subject_id, board_id, card_id: args.card_id ?? null, count: 1, ...last });
});
