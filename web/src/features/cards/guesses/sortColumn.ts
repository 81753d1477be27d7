import type { CardRow } from "../../../contracts/rows";
import type { Verbs } from "../../../contracts/verbs";
import { registerGuess } from "../../../sync/guesses";

const MOST_CARDS = 1_000;
const PRIORITIES = ["critical", "high", "normal"];
const STATUSES = ["normal", "ready", "in_progress", "needs_review", "needs_rework", "blocked", "on_hold"];

registerGuess("column.sort", (tx, args) => {
  if (tx.must("columns", args.column_id).kind === "deleted") tx.give_up();
  const ids = tx.order("cards", args.column_id);
  // While only the head is loaded, not every card that has a place in the order is known.
  if (ids.length > MOST_CARDS || tx.count("cards", args.column_id) !== ids.length) tx.give_up();
  const cards = ids.map((id) => tx.must("cards", id));
  const ordered = inOrder(cards, args.by, args.direction === "desc");
  if (ordered.every((card, at) => card === cards[at])) return;
  const ranks = tx.places("cards", args.column_id, null, null, ordered.length);
  for (const [at, card] of ordered.entries()) tx.patch("cards", card.id, { rank: ranks[at] as string });
});

function inOrder(cards: readonly CardRow[], by: Verbs["column.sort"]["by"], isFalling: boolean): CardRow[] {
  const sign = isFalling ? -1 : 1;
  if (by === "title") {
    const keys = new Map(cards.map((card) => [card.id, titleKey(card.title)]));
    return [...cards].sort((one, other) => sign * compareKeys(keys.get(one.id) ?? [], keys.get(other.id) ?? []));
  }
  if (by === "due") {
    const dated = cards.filter((card) => card.due_at !== null);
    dated.sort((one, other) => sign * ((one.due_at ?? 0) - (other.due_at ?? 0)));
    return [...dated, ...cards.filter((card) => card.due_at === null)];
  }
  const place = (card: CardRow) =>
    by === "priority" ? PRIORITIES.indexOf(card.priority) : STATUSES.indexOf(card.status);
  return [...cards].sort((one, other) => sign * (place(one) - place(other)));
}

/** No capitals, no accents, numbers as numbers: `tafla/cards/verbs/sort_column.py`. */
function titleKey(title: string): (number | string)[] {
  const plain = title
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toUpperCase()
    .toLowerCase();
  return (plain.match(/[0-9]+|[^0-9]+/g) ?? []).map((piece) => (/^[0-9]/.test(piece) ? Number(piece) : piece));
}

function compareKeys(one: readonly (number | string)[], other: readonly (number | string)[]): number {
  for (const [at, piece] of one.entries()) {
    const against = other[at];
    if (against === undefined) return 1;
    if (piece === against) continue;
    if (typeof piece !== typeof against) return typeof piece === "number" ? -1 : 1;
    return piece < against ? -1 : 1;
  }
  return one.length - other.length;
}
