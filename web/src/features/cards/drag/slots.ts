/**
 * The arithmetic of a drag, without a page: where in a column a card would land, which neighbours it gets, how far the others make way.
 * Places are counted among the cards that stay: in a column that holds the dragged card, it is left out.
 */
export type Span = { start: number; size: number };

/** The place at height `y` of the list; `from` is where the dragged card stands in it, or -1. */
export function slotAt(spans: readonly Span[], y: number, from: number): number {
  const dragged = spans[from];
  const freed = dragged ? (spans[from + 1]?.start ?? dragged.start + dragged.size) - dragged.start : 0;
  let low = 0;
  let high = dragged ? spans.length - 1 : spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const isBehind = dragged !== undefined && middle >= from;
    const span = spans[isBehind ? middle + 1 : middle];
    const centre = span ? span.start + span.size / 2 - (isBehind ? freed : 0) : 0;
    if (centre < y) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many heights of the dragged card the card at `index` makes way: -1, 0 or 1. */
export function shiftOf(index: number, from: number, to: number): -1 | 0 | 1 {
  if (index === from) return 0;
  const among = from >= 0 && index > from ? index - 1 : index;
  const place = to >= 0 && among >= to ? among + 1 : among;
  return (place - index) as -1 | 0 | 1;
}

export type Neighbours = { after: string | null; before: string | null };

/** The neighbours at place `to` among the ids without `moved`. */
export function neighboursAt(ids: readonly string[], moved: string, to: number): Neighbours {
  const staying = ids.filter((id) => id !== moved);
  return { after: staying[to - 1] ?? null, before: staying[to] ?? null };
}

/** The same where others go along: the nearest neighbours that stay. */
export function neighboursOfAll(
  ids: readonly string[],
  going: readonly string[],
  carried: string,
  to: number,
): Neighbours {
  const gone = new Set(going);
  const staying = ids.filter((id) => id !== carried);
  return {
    after: staying.slice(0, to).findLast((id) => !gone.has(id)) ?? null,
    before: staying.slice(to).find((id) => !gone.has(id)) ?? null,
  };
}

/** The same where some of `all` are out of the list: right behind the neighbour that is shown, else right before it, else last. */
export function neighboursAmong(
  all: readonly string[],
  shown: readonly string[],
  going: readonly string[],
  carried: string,
  to: number,
): Neighbours {
  const seen = neighboursOfAll(shown, going, carried, to);
  if (shown === all) return seen;
  const gone = new Set([...going, carried]);
  const staying = all.filter((id) => !gone.has(id));
  const { after, before } = seen;
  const place = after ? staying.indexOf(after) + 1 : before ? staying.indexOf(before) : staying.length;
  return { after: staying[place - 1] ?? null, before: staying[place] ?? null };
}

/** The place among the cards shown that a place among all of them means; without the moved one in either. */
export function placeAmongShown(all: readonly string[], shown: readonly string[], moved: string, to: number): number {
  if (shown === all) return to;
  const seen = new Set(shown);
  const before = all.filter((id) => id !== moved).slice(0, to);
  return before.filter((id) => seen.has(id)).length;
}

/** The ids as they will stand when `moved` lands at `to`; `to` below 0 means it leaves. */
export function withMoved(ids: readonly string[], moved: string, to: number): readonly string[] {
  const staying = ids.filter((id) => id !== moved);
  if (to < 0) return staying.length === ids.length ? ids : staying;
  return [...staying.slice(0, to), moved, ...staying.slice(to)];
}
