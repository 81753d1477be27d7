import { useMemo } from "react";
import type { ColumnRow } from "../../contracts/rows";
import { store, useOrder, useRow } from "../../sync/hooks";

export type ShownColumns = {
  all: readonly string[];
  hidden: ReadonlySet<string>;
  /** All but the hidden. */
  open: readonly string[];
};

const NONE: readonly string[] = [];

/** The board's columns as this person has them: Deleted only when asked for, hidden ones as strips. */
export function useShownColumns(boardId: string, personId: string | null, showDeleted: boolean): ShownColumns {
  const order = useOrder("columns", boardId);
  const hiddenIds = useRow("board_prefs", personId ? `${personId}.${boardId}` : null)?.hidden_column_ids ?? NONE;
  return useMemo(() => {
    const kindOf = (id: string): ColumnRow["kind"] | undefined => store.read("columns", id)?.kind;
    const all = order.filter((id) => showDeleted || kindOf(id) !== "deleted");
    const hidden = new Set(hiddenIds.filter((id) => kindOf(id) !== "deleted"));
    return { all, hidden, open: all.filter((id) => !hidden.has(id)) };
  }, [order, hiddenIds, showDeleted]);
}
