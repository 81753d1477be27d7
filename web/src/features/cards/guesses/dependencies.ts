import type { CardRow } from "../../../contracts/rows";
import { type GuessContext, type GuessTx, registerGuess } from "../../../sync/guesses";
import { mustBeEditable } from "./cardRules";

const MIRROR = { blocks: "blocked_by", blocked_by: "blocks" } as const;

type Kind = keyof typeof MIRROR;

/** A card of another board may not be at hand; then the truth is waited for. Circles are the server's to find, but for the shortest. */
registerGuess("dependency.add", (tx, args, ctx) => {
  const card = mustBeEditable(tx, args.card_id);
  const other = tx.must("cards", args.other_id);
  const tied = tx.row("dependencies", `${card.id}.${other.id}`);
  if (tied?.kind === args.kind) return;
  if (tied || card.id === other.id) tx.give_up();
  tie(tx, ctx, card, args.kind, other);
  tie(tx, ctx, other, MIRROR[args.kind], card);
});

function tie(tx: GuessTx, ctx: GuessContext, card: CardRow, kind: Kind, other: CardRow): void {
  tx.put("dependencies", {
    id: `${card.id}.${other.id}`,
    board_id: card.board_id,
    card_id: card.id,
    kind,
    other_id: other.id,
    other_board_id: other.board_id,
    at: ctx.now,
    by: ctx.person,
  });
}

registerGuess("dependency.remove", (tx, args) => {
  mustBeEditable(tx, args.card_id);
  tx.must("dependencies", `${args.card_id}.${args.other_id}`);
  for (const id of [`${args.card_id}.${args.other_id}`, `${args.other_id}.${args.card_id}`]) {
    if (tx.row("dependencies", id)) tx.remove("dependencies", id);
  }
});
