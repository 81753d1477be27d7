// At hand before the connection goes: only then is it needed.
import "../../sync/keptRows";
import type { CardRow, ColumnRow } from "../../contracts/rows";
import type { Sync } from "../../sync/sync";
import { type Finding, findIn } from "../../ui/findIn";
import { peopleOf } from "../finding/personFindings";
import type { HomeData } from "../home/homeData";
import type { FoundCard, SearchAnswer } from "./answer";
import type { SearchQuery } from "./query";

const MOST_CARDS = 50;
const MOST_OTHERS = 10;

/** What this device knows without asking anybody: titles and numbers of cards on boards opened lately, boards and people as home told them. */
export async function findOnDevice(sync: Sync, query: SearchQuery, home: HomeData | null): Promise<SearchAnswer> {
  const boards = (home?.boards ?? []).filter((board) => board.state === "open" || query.archived);
  const names = new Map(boards.map((board) => [board.id, board.name]));
  const [cards, columns, tags] = await Promise.all([
    sync.keptRows("cards"),
    sync.keptRows("columns"),
    query.tag ? sync.keptRows("tags") : [],
  ]);
  const tagged = new Set(tags.filter((tag) => isCalled(tag.name, query.tag ?? "")).map((tag) => tag.id));
  const columnOf = new Map(columns.map((column) => [column.id, column]));
  const fitting = cards.filter(
    (card) =>
      names.has(card.board_id) &&
      (!query.tag || card.tag_ids.some((id) => tagged.has(id))) &&
      fits(card, columnOf.get(card.column_id), query, sync.person),
  );
  const found = query.q.trim() ? findIn(fitting.map(lineOf), query.q).map(({ card }) => card) : fitting;
  const first = [...found].sort((a, b) => Number(b.board_id === query.here) - Number(a.board_id === query.here));
  const called = <T extends { id: string; name: string }>(all: readonly T[]): T[] =>
    query.q.trim()
      ? findIn(
          all.map((one) => ({ ...one, label: one.name })),
          query.q,
        ).slice(0, MOST_OTHERS)
      : [];
  return {
    cards: first
      .slice(0, MOST_CARDS)
      .map((card) => foundCard(card, names.get(card.board_id) ?? "", columnOf.get(card.column_id))),
    boards: called(boards).map(({ id, name, account_id, state }) => ({ id, name, account_id, state, where: [] })),
    people: called(home ? peopleOf(home) : []).map(({ id, name, photo }) => ({ id, name, photo: photo ?? "" })),
    more: found.length > MOST_CARDS,
    is_cut: false,
  };
}

const isCalled = (name: string, words: string): boolean => name.toLowerCase() === words.trim().toLowerCase();

const lineOf = (card: CardRow): Finding & { card: CardRow } => ({
  ...{ id: card.id, label: card.title, words: `#${card.number} ${card.number}`, card },
});

const foundCard = (card: CardRow, board: string, column: ColumnRow | undefined): FoundCard => ({
  ...{ card_id: card.id, board_id: card.board_id, board_name: board, number: card.number, title: card.title },
  ...{ column_id: card.column_id, column_name: column?.name ?? "", column_kind: column?.kind ?? "normal", where: [] },
});

function fits(card: CardRow, column: ColumnRow | undefined, query: SearchQuery, me: string | null): boolean {
  return (
    (!query.on || card.board_id === query.on) &&
    (!query.person || card.assignee_ids.includes(query.person === "me" ? (me ?? "") : query.person)) &&
    (!query.status || card.status === query.status) &&
    (query.column ? [column?.id, column?.kind].includes(query.column) : column?.kind !== "deleted") &&
    (!query.from || (card.due_on ?? "") >= query.from) &&
    (!query.to || (card.due_on !== null && card.due_on <= query.to))
  );
}
