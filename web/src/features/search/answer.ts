import { api } from "../../kits/apikit";
import { type SearchQuery, writeQuery } from "./query";

/** What `GET /api/v1/search` answers. */
export type MatchKind = "title" | "details" | "checklist" | "chat" | "file" | "name";
export type Match = {
  kind: MatchKind;
  /** Of the card, the item, the message, the attachment, the board. */
  id: string;
  passage: string;
  /** From and to of each word found in the passage. */
  marks: readonly (readonly [from: number, to: number])[];
};
export type FoundCard = {
  card_id: string;
  board_id: string;
  board_name: string;
  number: number;
  title: string;
  column_id: string;
  column_name: string;
  column_kind: string;
  where: readonly Match[];
};
export type FoundBoard = { id: string; name: string; account_id: string; state: string; where: readonly Match[] };
export type FoundPerson = { id: string; name: string; photo: string };
export type SearchAnswer = {
  cards: readonly FoundCard[];
  boards: readonly FoundBoard[];
  people: readonly FoundPerson[];
  /** There are more cards. */
  more: boolean;
  /** More was typed than is looked for. */
  is_cut: boolean;
};

export const countOf = ({ cards, boards, people }: SearchAnswer): number =>
  cards.length + boards.length + people.length;

export function askSearch(query: SearchQuery, signal: AbortSignal): Promise<SearchAnswer> {
  const { on, ...words } = writeQuery(query);
  const asked = new URLSearchParams({ ...words, ...(on ? { board: on } : {}) });
  return api.get<SearchAnswer>(`/api/v1/search?${asked}`, { signal });
}
