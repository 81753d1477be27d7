import { registerGuess } from "../../../sync/guesses";
import { mustBeEditable } from "./cardRules";

/** Only a save that started from the text as it stands; a stale one is merged by the server (S12). */
registerGuess("card.set_details", (tx, args) => {
  const card = mustBeEditable(tx, args.card_id);
  const stored = tx.row("card_texts", card.id);
  if (args.base_version !== (stored?.version ?? 0) || args.text === (stored?.details ?? "")) return;
  tx.put("card_texts", { id: card.id, details: args.text, version: args.base_version + 1 });
});
