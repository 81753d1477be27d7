import type { Answer, Sync } from "../../sync/sync";

/** One command changes a bounded number of rows (S23); more is sent as several, the first refusal ends it. */
const PART = 100;

type OfCards = "card.restore" | "card.purge" | "card.delete";

export async function sendInParts(sync: Sync, verb: OfCards, cardIds: readonly string[]): Promise<Answer> {
  let answer: Answer = { s: "done" };
  for (let from = 0; from < cardIds.length && answer.s === "done"; from += PART) {
    answer = await sync.send(verb, { card_ids: cardIds.slice(from, from + PART) });
  }
  return answer;
}
