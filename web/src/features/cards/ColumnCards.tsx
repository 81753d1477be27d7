import { memo, useMemo } from "react";
import type { ColumnRow } from "../../contracts/rows";
import { store, useCount, useOrder } from "../../sync/hooks";
import { CardList } from "./CardList";

type ColumnCardsProps = { column: ColumnRow; label: string };

/** The cards of one column. */
export const ColumnCards = memo(function ColumnCards({ column, label }: ColumnCardsProps) {
  const ids = useShownIds(column);
  const count = useCount("cards", column.id);
  const { id, kind } = column;
  return <CardList columnId={id} {...{ ids, count, kind, label }} canTake={kind !== "deleted"} />;
});

/** By rank; in Deleted, what was deleted last comes first. */
function useShownIds(column: ColumnRow): readonly string[] {
  const order = useOrder("cards", column.id);
  return useMemo(() => {
    if (column.kind !== "deleted") return order;
    const deletedAt = (id: string) => store.read("cards", id)?.deleted_at ?? 0;
    return [...order].sort((a, b) => deletedAt(b) - deletedAt(a));
  }, [order, column.kind]);
}
