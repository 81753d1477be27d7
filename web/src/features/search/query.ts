/**
 * What is searched for. Everything is a word: ids, names of tags and columns, days (`2026-11-30`); `archived` is `1`. `on`: only this
 * board; `here`: the board one comes from, whose cards come first.
 */
export const FILTERS = ["on", "person", "tag", "status", "column", "from", "to", "archived", "here"] as const;
export type Filter = (typeof FILTERS)[number];
export type SearchQuery = { q: string } & { [filter in Filter]?: string | undefined };

const MOST_LETTERS = 500;
const textOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";

/** From the words of the page's address, of which anybody may have written anything. */
export function readQuery(words: Readonly<Record<string, unknown>>): SearchQuery {
  const filters = FILTERS.map((filter) => [filter, textOf(words[filter]) || undefined]);
  // Half of a pair of units is no letter, and no address takes it.
  const q = textOf(words.q)
    .slice(0, MOST_LETTERS)
    .replace(/\p{Surrogate}/gu, "");
  return { q, ...Object.fromEntries(filters) };
}

/** The same as words for the page's address, without what is empty. */
export function writeQuery(query: SearchQuery): Record<string, string> {
  const words = Object.entries({ ...query, q: query.q.trim() });
  return Object.fromEntries(words.filter((entry): entry is [string, string] => Boolean(entry[1])));
}

export const searchAddress = (query: SearchQuery): string => {
  const words = new URLSearchParams(writeQuery(query)).toString();
  return words ? `/search?${words}` : "/search";
};

/** Whether there is anything to look for: words, or a filter that picks out a few cards by itself. */
export function asksSomething({ q, person, tag, column }: SearchQuery): boolean {
  return Boolean(q.trim() || person || tag || (column && column.length > LONGEST_KIND));
}

/** `12` and `#12` look for a number, which is then shown whether the board shows it or not. */
export const asksNumber = ({ q }: SearchQuery): boolean => /^\s*#?\p{Nd}{1,9}\s*$/u.test(q);

/** The words for the two fixed columns are shorter than any id; they are on every board. */
const LONGEST_KIND = "completed".length;

export const NO_FILTERS: Partial<SearchQuery> = Object.fromEntries(FILTERS.map((filter) => [filter, undefined]));

export const hasFilter = (query: SearchQuery): boolean =>
  FILTERS.some((filter) => filter !== "here" && query[filter] !== undefined);
