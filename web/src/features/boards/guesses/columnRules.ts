import type { ColumnRow } from "../../../contracts/rows";
import type { GuessTx } from "../../../sync/guesses";

/** Completed and Deleted stay where they are. */
export function mustBeNormal(tx: GuessTx, columnId: string): ColumnRow {
  const column = tx.must("columns", columnId);
  if (column.kind !== "normal") tx.give_up();
  return column;
}

/** A place before Completed, wherever the neighbours asked for stand. */
export function columnRank(tx: GuessTx, boardId: string, after?: string | null, before?: string | null): string {
  if (isNormal(tx, boardId, after)) return tx.place("columns", boardId, after, null);
  if (isNormal(tx, boardId, before)) return tx.place("columns", boardId, null, before);
  const completed = tx.order("columns", boardId).find((id) => tx.must("columns", id).kind === "completed");
  return tx.place("columns", boardId, null, completed);
}

function isNormal(tx: GuessTx, boardId: string, columnId?: string | null): boolean {
  const column = columnId ? tx.row("columns", columnId) : undefined;
  return column?.board_id === boardId && column.kind === "normal";
}
