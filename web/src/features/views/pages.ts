import type { ViewAnswer } from "./viewData";

/** The answer with one more page of a bucket. A card that has moved between two pages is there once; a count that
 * was the least grows with what is found, and at the end it is all. */
export function withPage(answer: ViewAnswer, page: ViewAnswer, id: string): ViewAnswer {
  const next = page.buckets.find((bucket) => bucket.id === id);
  const buckets = answer.buckets.map((bucket) => {
    if (bucket.id !== id) return bucket;
    const known = new Set(bucket.cards.map((card) => card.id));
    const fresh = next?.cards.filter((card) => !known.has(card.id)) ?? [];
    const [cards, after] = [[...bucket.cards, ...fresh], next?.after ?? null];
    const count = bucket.more ? Math.max(bucket.count ?? 0, cards.length) : bucket.count;
    return { ...bucket, cards, after, count, more: bucket.more && after !== null };
  });
  return { ...answer, buckets, boards: merged(answer.boards, page.boards) };
}

type Boards = ViewAnswer["boards"];

/** Of a board each page names the columns its own cards stand in. */
function merged(some: Boards, more: Boards): Boards {
  const all = { ...some };
  for (const [id, board] of Object.entries(more)) {
    const known = all[id]?.columns ?? [];
    const fresh = board.columns.filter((column) => !known.some((one) => one.id === column.id));
    all[id] = { ...board, columns: [...known, ...fresh] };
  }
  return all;
}

/** The next answer with what has not changed since the last: rows that are the same draw nothing. */
export function shared(old: ViewAnswer | null, next: ViewAnswer): ViewAnswer {
  if (!old) return next;
  const known = new Map(old.buckets.flatMap(({ cards }) => cards).map((card) => [card.id, card]));
  const buckets = next.buckets.map((bucket) => ({
    ...bucket,
    cards: bucket.cards.map((card) => same(known.get(card.id), card)),
  }));
  const boards = Object.fromEntries(
    Object.entries(next.boards).map(([id, board]) => [id, same(old.boards[id], board)]),
  );
  return { ...next, buckets, boards: same(old.boards, boards) };
}

/** The old value where the new one says the same. */
function same<T>(old: T | undefined, next: T): T {
  return old !== undefined && isSame(old, next) ? old : next;
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  const names = Object.keys(other);
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>];
  return names.length === Object.keys(one).length && names.every((name) => isSame(left[name], right[name]));
}
