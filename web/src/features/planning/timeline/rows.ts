import type { CardRow } from "../../../contracts/rows";
import type { Bar } from "./bars";

export const GROUP_PX = 34;

export type GroupRow = { kind: "group"; key: string; group: string; count: number };
export type CardLine = { kind: "card"; key: string; group: string; card: string; bar: Bar };
export type TimelineRow = (GroupRow | CardLine) & { index: number; top: number; height: number };

/** Nobody's cards. */
export const NOBODY = "nobody";

type Wish = {
  cards: readonly CardRow[];
  barOf: (card: CardRow) => Bar | null;
  /** The groups a card stands in: its column, or each of its people. */
  groupsOf: (card: CardRow) => readonly string[];
  /** All groups in their order; those without cards are left out. */
  order: readonly string[];
  cardHeight: number;
};

/** One row a card below one a group, each with its place: any of ten thousand is found without a page. Cards keep the order of the board, so that no row moves while dates do. */
export function rowsOf({ cards, barOf, groupsOf, order, cardHeight }: Wish): TimelineRow[] {
  const groups = new Map<string, CardLine[]>(order.map((group) => [group, []]));
  for (const card of cards) {
    const bar = barOf(card);
    if (!bar) continue;
    for (const group of groupsOf(card)) {
      const line: CardLine = { kind: "card", key: `${group} ${card.id}`, group, card: card.id, bar };
      const lines = groups.get(group);
      if (lines) lines.push(line);
      else groups.set(group, [line]);
    }
  }
  const rows: TimelineRow[] = [];
  let top = 0;
  const push = (row: GroupRow | CardLine, height: number) => {
    rows.push({ ...row, index: rows.length, top, height });
    top += height;
  };
  for (const [group, lines] of groups) {
    if (lines.length === 0) continue;
    push({ kind: "group", key: group, group, count: lines.length }, GROUP_PX);
    for (const line of lines) push(line, cardHeight);
  }
  return rows;
}

export const heightOf = (rows: readonly TimelineRow[]): number => {
  const last = rows.at(-1);
  return last ? last.top + last.height : 0;
};

/** The row at a height. */
export function rowAt(rows: readonly TimelineRow[], y: number): number {
  let [low, high] = [0, rows.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((rows[middle]?.top ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The rows that a screen shows, and some around it; the one with the focus stays, else the keyboard would lose its place. */
export function rowsInSight(
  rows: readonly TimelineRow[],
  view: { top: number; height: number },
  focused: string | null,
): TimelineRow[] {
  const [first, last] = [rowAt(rows, view.top - AROUND_PX), rowAt(rows, view.top + view.height + AROUND_PX)];
  const shown = rows.slice(first, last + 1);
  const kept =
    focused === null || shown.some((row) => row.key === focused) ? undefined : rows.find((row) => row.key === focused);
  return kept ? [...shown, kept] : shown;
}

const AROUND_PX = 240;
