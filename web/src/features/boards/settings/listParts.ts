/** A piece of a list in words: an id whose name is to be shown, or the words between. */
export type ListPart = { key: string; id: string | null; text: string };

const MOST = 8;

/** “A, B and C” in the reader's language; from the ninth on they are counted (`others`). */
export function listParts(ids: readonly string[], locale: string, others: (count: number) => string): ListPart[] {
  const named = ids.length > MOST ? ids.slice(0, MOST - 1) : ids;
  const rest = ids.length - named.length;
  const elements = rest > 0 ? [...named, others(rest)] : named;
  let at = 0;
  return new Intl.ListFormat(locale, { type: "conjunction" }).formatToParts(elements).map((part, index) => {
    const id = part.type === "element" ? (named[at++] ?? null) : null;
    return { key: id ?? `words ${index}`, id, text: part.value };
  });
}
