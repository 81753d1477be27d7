import type { Finding } from "./findIn";

/** What stands in the list from top to bottom, with its place in px: names of groups, and lines that can be chosen. */
export type PaletteRow = { top: number; height: number } & (
  | { kind: "group"; label: string }
  | { kind: "line"; finding: Finding; at: number; group: string }
);
export type Heights = { group: number; line: number };
/** Rows of one group that are drawn now. */
export type DrawnGroup = { label: string; rows: PaletteRow[] };

/** `findings` stand by group already. */
export function layRows(findings: readonly Finding[], heights: Heights): PaletteRow[] {
  const rows: PaletteRow[] = [];
  let top = 0;
  let last = "";
  findings.forEach((finding, at) => {
    const group = finding.group ?? "";
    if (group && group !== last) {
      rows.push({ kind: "group", label: group, top, height: heights.group });
      top += heights.group;
    }
    last = group;
    rows.push({ kind: "line", finding, at, group, top, height: heights.line });
    top += heights.line;
  });
  return rows;
}

export const heightOf = (rows: readonly PaletteRow[]): number => {
  const last = rows.at(-1);
  return last ? last.top + last.height : 0;
};

/** Rows outside what is seen that are drawn all the same, so that a quick turn of the wheel shows no gap. */
const SPARE_PX = 240;

/**
 * The rows in sight, by group: thousands cost as little as ten. The active line is drawn wherever it is, because the field points to it;
 * so is the name of each group that has a line in sight, which screen readers say.
 */
export function drawnRows(rows: readonly PaletteRow[], from: number, seen: number, activeAt: number): DrawnGroup[] {
  const drawn: DrawnGroup[] = [];
  for (const row of rows) {
    const isSeen = row.top + row.height > from - SPARE_PX && row.top < from + seen + SPARE_PX;
    if (!isSeen && !(row.kind === "line" && row.at === activeAt)) continue;
    const label = row.kind === "group" ? row.label : row.group;
    const open = drawn.at(-1);
    if (open?.label === label) open.rows.push(row);
    else drawn.push({ label, rows: [row] });
  }
  return drawn;
}

/** Where the list is scrolled to so that the line is in sight, its group's name with it when it is the first. */
export function scrollFor(rows: readonly PaletteRow[], activeAt: number, from: number, seen: number): number {
  const index = rows.findIndex((row) => row.kind === "line" && row.at === activeAt);
  const row = rows[index];
  if (!row) return 0;
  const before = rows[index - 1];
  const top = before?.kind === "group" ? before.top : row.top;
  if (top < from) return top;
  return Math.max(from, row.top + row.height - seen);
}
