import type { ColumnRow } from "../../../contracts/rows";
import { type GuessContext, type GuessTx, registerGuess } from "../../../sync/guesses";
import { completion } from "../../cards/guesses/cardRules";
import { mustBeNormal } from "./columnRules";

/** A command changes at most 500 rows (S23). */
const MOST_CARDS = 499;

registerGuess("column.delete", (tx, args, ctx) => {
  const column = mustBeNormal(tx, args.column_id);
  const cards = [...tx.order("cards", column.id)];
  const count = tx.count("cards", column.id);
  // While only the head is loaded, not every card that has to move is known.
  if (count !== cards.length || count > MOST_CARDS || (count > 0 && !args.move_cards_to)) return;
  if (args.move_cards_to) moveAll(tx, ctx, { from: column, to: tx.must("columns", args.move_cards_to), cards });
  tx.remove("columns", column.id);
});

type Moving = { from: ColumnRow; to: ColumnRow; cards: readonly string[] };

function moveAll(tx: GuessTx, ctx: GuessContext, { from, to, cards }: Moving): void {
  if (to.board_id !== from.board_id || to.id === from.id || to.kind === "deleted") tx.give_up();
  if (cards.length === 0) return;
  const isBlocking = to.wip_limit && tx.must("boards", to.board_id).wip_mode === "block";
  if (isBlocking && tx.count("cards", to.id) + cards.length > (to.wip_limit ?? 0)) tx.give_up();
  const ranks = tx.places("cards", to.id, null, null, cards.length);
  for (const [at, id] of cards.entries()) {
    tx.patch("cards", id, { column_id: to.id, rank: ranks[at], ...completion(ctx, tx.must("cards", id), to) });
  }
}
