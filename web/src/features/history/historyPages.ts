/** What the server tells of a card's or a board's history, page by page (docs/topics/history.md). */

export type Entry = {
  id: string;
  at: number;
  by: string | null;
  verb: string;
  what: string;
  old: unknown;
  new: unknown;
  board_id: string;
  card_id: string | null;
};
export type HistoryPerson = { id: string; name: string; photo: string };
export type Page = {
  entries: Entry[];
  next: string | null;
  people: HistoryPerson[];
  cards: { id: string; title: string }[];
};

/** Pages put together: entries newest first, `next` asks for those below. */
export type Pages = {
  entries: readonly Entry[];
  next: string | null;
  people: ReadonlyMap<string, HistoryPerson>;
  cards: ReadonlyMap<string, string>;
};

export const NO_PAGES: Pages = { entries: [], next: null, people: new Map(), cards: new Map() };

/** With the page below. */
export function withOlder(pages: Pages, page: Page): Pages {
  return { ...named(pages, page), entries: [...pages.entries, ...page.entries], next: page.next };
}

/** With the first page as it is now: what was read below it stays, unless there is a gap between the two. */
export function withNewest(pages: Pages, page: Page): Pages {
  const last = page.entries.at(-1)?.id;
  const at = pages.entries.findIndex((entry) => entry.id === last);
  const below = at < 0 || page.next === null ? [] : pages.entries.slice(at + 1);
  return {
    ...named(pages, page),
    entries: [...page.entries, ...below],
    next: below.length > 0 ? pages.next : page.next,
  };
}

function named(pages: Pages, page: Page): Pick<Pages, "people" | "cards"> {
  return {
    people: new Map([...pages.people, ...page.people.map((person) => [person.id, person] as const)]),
    cards: new Map([...pages.cards, ...page.cards.map((card) => [card.id, card.title] as const)]),
  };
}
