/** Above this, what stands between the first and the last difference counts as all different. */
const MOST_STEPS = 40_000;

/** Pairs of positions of equal things, rising in both lists: from both ends first, then the longest common part between. */
export function align<A, B>(
  a: readonly A[],
  b: readonly B[],
  isSame: (one: A, other: B) => boolean,
): [number, number][] {
  const most = Math.min(a.length, b.length);
  const same = (i: number, j: number) => isSame(a[i] as A, b[j] as B);
  let first = 0;
  while (first < most && same(first, first)) first += 1;
  let last = 0;
  while (last < most - first && same(a.length - 1 - last, b.length - 1 - last)) last += 1;
  const head = Array.from({ length: first }, (_, at): [number, number] => [at, at]);
  const tail = Array.from({ length: last }, (_, at): [number, number] => [a.length - last + at, b.length - last + at]);
  return [...head, ...middle(first, a.length - last, b.length - last, same), ...tail];
}

function middle(from: number, endA: number, endB: number, same: (i: number, j: number) => boolean): [number, number][] {
  const rows = endA - from;
  const columns = endB - from;
  if (rows * columns > MOST_STEPS) return [];
  // lengths[i][j]: the longest common part behind these two positions.
  const lengths = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  const isSame = Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_cell, j) => same(from + i, from + j)),
  );
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--)
      (lengths[i] as number[])[j] = isSame[i]?.[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (isSame[i]?.[j]) pairs.push([from + i++, from + j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
