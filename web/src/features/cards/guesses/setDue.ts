import type { CardRow } from "../../../contracts/rows";
import type { Verbs } from "../../../contracts/verbs";
import { registerGuess } from "../../../sync/guesses";
import { mustBeEditable } from "./cardRules";
import { dueInstant } from "./dueInstant";

registerGuess("card.set_due", (tx, args) => {
  const facts = dueFacts(args);
  for (const id of args.card_ids) tx.patch("cards", mustBeEditable(tx, id).id, facts);
});

function dueFacts(args: Verbs["card.set_due"]): Partial<CardRow> {
  if (args.due_on === null) return { due_on: null, due_time: null, due_zone: null, due_at: null };
  const [time, zone] = [args.due_time ?? null, args.due_zone ?? "UTC"];
  return { due_on: args.due_on, due_time: time, due_zone: zone, due_at: dueInstant(args.due_on, time, zone) };
}
