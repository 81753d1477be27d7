import { registerGuess } from "../../../sync/guesses";
import { emojiKey } from "../emojiKey";
import { isManager, mentioned, mustBeMessage, mustBeText } from "./messageRules";

registerGuess("chat.edit", (tx, args, ctx) => {
  const { message, talk } = mustBeMessage(tx, args.message_id);
  const text = mustBeText(tx, args.text);
  if (message.by !== ctx.person) tx.give_up();
  if (message.text === text) return;
  tx.patch("messages", message.id, { text, edited_at: ctx.now, ...mentioned(tx, text, talk.board_id) });
});

registerGuess("chat.delete", (tx, args, ctx) => {
  const { message, talk } = mustBeMessage(tx, args.message_id);
  if (message.by !== ctx.person && !isManager(tx, ctx, talk.board_id)) tx.give_up();
  const empty = { text: "", edited_at: null, mention_ids: [], everyone: false };
  tx.patch("messages", message.id, { ...empty, deleted_at: ctx.now });
  tx.patch("talks", talk.id, { count: talk.count - 1 });
});

registerGuess("chat.react", (tx, args, ctx) => {
  const { message } = mustBeMessage(tx, args.message_id);
  const id = `${message.id}.${ctx.person}.${emojiKey(args.emoji)}`;
  if (!args.on) {
    if (tx.row("reactions", id)) tx.remove("reactions", id);
  } else if (!tx.row("reactions", id)) {
    const { id: message_id, subject_id } = message;
    tx.put("reactions", { id, message_id, subject_id, person_id: ctx.person, emoji: args.emoji });
  }
});
