import type { CardRow } from "../../../contracts/rows";

export const GROUP_PX = 34;
/** Nobody's cards. */
export const NOBODY = "nobody";

/** What rows have in common, and where its head stands: the rows of ten thousand cards are arithmetic, and made for a screenful. */
export type Group = { id: string; cards: readonly CardRow[]; index: number; top: number };
export type Rows = { groups: readonly Group[]; count: number; height: number; cardHeight: number };

type Row = { key: string; group: string; index: number; top: number; height: number };
export type GroupRow = Row & { kind: "group"; count: number };
export type CardLine = Row & { kind: "card"; card: CardRow };
export type TimelineRow = GroupRow | CardLine;

type Wish = {
  cards: readonly CardRow[];
  hasBar: (card: CardRow) => boolean;
  /** The groups a card stands in: its column, or each of its people. */
  groupsOf: (card: CardRow) => readonly string[];
  /** All groups in their order; those without cards are left out. */
  order: readonly string[];
  cardHeight: number;
};

/** One row a card below one a group. Cards keep the order of the board, so that no row moves while dates do. */
export function rowsOf({ cards, hasBar, groupsOf, order, cardHeight }: Wish): Rows {
  const found = new Map<string, CardRow[]>(order.map((id) => [id, []]));
  for (const card of cards) {
    if (!hasBar(card)) continue;
    for (const id of groupsOf(card)) {
      const group = found.get(id);
      if (group) group.push(card);
      else found.set(id, [card]);
    }
  }
  const groups: Group[] = [];
  let [count, height] = [0, 0];
  for (const [id, cards] of found) {
    if (cards.length === 0) continue;
    groups.push({ id, cards, index: count, top: height });
    count += cards.length + 1;
    height += GROUP_PX + cards.length * cardHeight;
  }
  return { groups, count, height, cardHeight };
}

/** The row with this number. */
export function rowAt({ groups, cardHeight }: Rows, index: number): TimelineRow | undefined {
  const group = groups.findLast((one) => one.index <= index);
  if (!group) return undefined;
  const { id, cards, top } = group;
  const at = index - group.index - 1;
  if (at < 0) return { kind: "group", key: id, group: id, index, top, height: GROUP_PX, count: cards.length };
  const card = cards[at];
  if (!card) return undefined;
  const place = { index, top: top + GROUP_PX + at * cardHeight, height: cardHeight };
  return { kind: "card", key: `${id} ${card.id}`, group: id, card, ...place };
}

/** The number of the row at a height. */
export function indexAt({ groups, count, cardHeight }: Rows, y: number): number {
  const group = groups.findLast((one) => one.top <= y);
  if (!group) return 0;
  const at = Math.floor((y - group.top - GROUP_PX) / cardHeight);
  return Math.max(0, Math.min(count - 1, group.index + 1 + Math.max(-1, Math.min(group.cards.length - 1, at))));
}

/** The row of a group or of a card in it, by its key. */
export function rowOf(rows: Rows, key: string): TimelineRow | undefined {
  const [id, cardId] = key.split(" ");
  const group = rows.groups.find((one) => one.id === id);
  if (!group) return undefined;
  if (cardId === undefined) return rowAt(rows, group.index);
  const at = group.cards.findIndex((card) => card.id === cardId);
  return at < 0 ? undefined : rowAt(rows, group.index + 1 + at);
}

const AROUND_PX = 240;

/** The rows that a screen shows, and some around it; the one with the focus stays, else the keyboard would lose its place. */
export function rowsInSight(rows: Rows, view: { top: number; height: number }, focused: string | null): TimelineRow[] {
  const [first, last] = [indexAt(rows, view.top - AROUND_PX), indexAt(rows, view.top + view.height + AROUND_PX)];
  const kept = focused === null ? undefined : rowOf(rows, focused);
  const shown = Array.from({ length: last - first + 1 }, (_, at) => rowAt(rows, first + at));
  const isOutside = kept !== undefined && (kept.index < first || kept.index > last);
  return [...shown, isOutside ? kept : undefined].filter((row) => row !== undefined);
}

/** The next card up or down the rows; heads are passed over. */
export function cardBeside(rows: Rows, index: number, step: 1 | -1): CardLine | undefined {
  for (let at = index + step; at >= 0 && at < rows.count; at += step) {
    const row = rowAt(rows, at);
    if (row?.kind === "card") return row;
  }
  return undefined;
}
