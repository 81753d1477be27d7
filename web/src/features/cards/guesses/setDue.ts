import type { CardRow } from "../../../contracts/rows";
import type { Verbs } from "../../../contracts/verbs";
import { registerGuess } from "../../../sync/guesses";
import { mustBeEditable } from "./cardRules";
import { dueInstant } from "./dueInstant";

registerGuess("card.set_due", (tx, args) => {
  const facts = dueFacts(args);
  for (const id of args.card_ids) tx.patch("cards", mustBeEditable(tx, id).id, facts);
});

type Due = Pick<CardRow, "due_on" | "due_time" | "due_zone" | "due_at">;

/** What a card or an item is due, as its row says it. */
export function dueFacts(args: Pick<Verbs["card.set_due"], "due_on" | "due_time" | "due_zone">): Due {
  if (args.due_on === null) return { due_on: null, due_time: null, due_zone: null, due_at: null };
  const [time, zone] = [args.due_time ?? null, args.due_zone ?? "UTC"];
  return { due_on: args.due_on, due_time: time, due_zone: zone, due_at: dueInstant(args.due_on, time, zone) };
}
