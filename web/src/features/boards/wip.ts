import type { ColumnRow } from "../../contracts/rows";
import { numberFormat } from "../../kits/formats";

export type WipCount = { text: string; isOver: boolean; isFull: boolean };

/** What a column's header says of its number of cards: `4`, `4/5`, or `6/5` and over. */
export function wipCount(count: number, limit: number | null, mode: string, locale = "en"): WipCount {
  const number = numberFormat(locale);
  if (limit === null || mode === "off") return { text: number.format(count), isOver: false, isFull: false };
  const text = `${number.format(count)}/${number.format(limit)}`;
  return { text, isOver: count > limit, isFull: count >= limit };
}

/** True where the server would refuse one more card. */
export function isBlocked(column: ColumnRow, count: number, mode: string): boolean {
  return mode === "block" && column.wip_limit !== null && count >= column.wip_limit;
}
