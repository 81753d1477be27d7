import { cleanLine } from "../../../kits/linekit";
import { registerGuess } from "../../../sync/guesses";
import { mustHaveRoom } from "./cardRules";
import { newCard } from "./newCard";

registerGuess("card.add", (tx, args, ctx) => {
  const column = tx.must("columns", args.column_id);
  if (column.kind !== "normal") tx.give_up();
  mustHaveRoom(tx, column, args.cards.length);
  const ranks = tx.places("cards", column.id, args.after, args.before, args.cards.length);
  for (const [at, card] of args.cards.entries()) {
    const title = cleanLine(card.title);
    if (!title || tx.row("cards", card.card_id)) tx.give_up();
    tx.put("cards", { ...newCard(ctx, column, card.card_id), title, rank: ranks[at] as string });
  }
});
