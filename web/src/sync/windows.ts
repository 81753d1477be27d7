import { TABLES, type TableName } from "../contracts/rows";
import type { Store } from "./store";
import type { AnyRow } from "./tables";

const shapeOf = (table: string) => TABLES[table as TableName];

/** Of a long scope there is more than its rows here: the newest, and what hangs on them (S6). */
export function isWindowed(table: string): boolean {
  const shape = shapeOf(table);
  return Boolean(shape?.window ?? shape?.beside);
}

/** A table's rows as a snapshot would hold them, whatever more was read. */
export function windowRows(store: Store, scope: string, table: string): AnyRow[] {
  const { beside } = shapeOf(table);
  const { window } = shapeOf(beside?.table ?? table);
  if (!window) return [...store.truth.rows(scope, table).values()];
  const { size, by } = window;
  const newest = [...store.truth.rows(scope, beside?.table ?? table).values()]
    .sort((one, other) => Number(other[by]) - Number(one[by]))
    .slice(0, size);
  if (!beside) return newest;
  const ids = new Set<unknown>(newest.map((row) => row.id));
  return [...store.truth.rows(scope, table).values()].filter((row) => ids.has(row[beside.field]));
}
