/** What the reader did a moment ago, laid over the last answer until an answer asked for afterwards says the same. */
import type { ViewAnswer, ViewBucket, ViewCard } from "./viewData";

/** One act on one card. */
export type Act = {
  cardId: string;
  /** The card as it is now; null where it is on no list any more. */
  change: (card: ViewCard) => ViewCard | null;
  /** The card as it was, for when the lists have forgotten it. */
  card: ViewCard;
  /** When the server had done it, by the store's count of questions; null while it has not. */
  doneAt: number | null;
};

/** How a view sorts cards into its buckets. */
export type Rules = {
  /** The buckets of a card; null where only the server knows, and the card stays where it is. */
  bucketsOf: (card: ViewCard) => readonly string[] | null;
  /** Whether *only mine* leaves the card out. */
  isHidden: (card: ViewCard) => boolean;
  /** The order inside a bucket; below 0: `a` first. */
  compare: (a: ViewCard, b: ViewCard, bucket: string) => number;
};

/** The answer with these acts on it; itself where nothing is to be done. */
export function overlaid(answer: ViewAnswer, acts: readonly Act[], rules: Rules): ViewAnswer {
  return acts.reduce((now, act) => withAct(now, act, rules), answer);
}

function withAct(answer: ViewAnswer, act: Act, rules: Rules): ViewAnswer {
  const old = answer.buckets.flatMap(({ cards }) => cards).find(({ id }) => id === act.cardId);
  const next = act.change(old ?? act.card);
  const here = answer.buckets.filter((bucket) => bucket.cards.some(({ id }) => id === act.cardId)).map(({ id }) => id);
  const there = next && rules.isHidden(next) ? [] : (next && (rules.bucketsOf(next) ?? here)) || [];
  if (here.length === 0 && there.length === 0) return answer;
  const buckets = answer.buckets.map((bucket) => {
    const without = here.includes(bucket.id) ? leave(bucket, act.cardId) : bucket;
    return next && there.includes(bucket.id) ? enter(without, next, rules) : without;
  });
  return { ...answer, buckets };
}

const leave = (bucket: ViewBucket, cardId: string): ViewBucket => ({
  ...bucket,
  count: (bucket.count ?? 1) - 1,
  cards: bucket.cards.filter(({ id }) => id !== cardId),
});

function enter(bucket: ViewBucket, card: ViewCard, { compare }: Rules): ViewBucket {
  const before = bucket.cards.findIndex((other) => compare(card, other, bucket.id) < 0);
  const at = before < 0 ? bucket.cards.length : before;
  return { ...bucket, count: (bucket.count ?? 0) + 1, cards: bucket.cards.toSpliced(at, 0, card) };
}
