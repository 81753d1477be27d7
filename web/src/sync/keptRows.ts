import type { Rows, TableName } from "../contracts/rows";
import type { Disk } from "./disk";
import type { Store } from "./store";
import { fieldsOf, toRow } from "./tables";

/** Rows of a table on every board that this device keeps: of open boards as they are now, of others as they were when they were left. */
export async function keptRows<T extends TableName>(
  table: T,
  disk: Disk,
  store: Store,
  isOpen: (scope: string) => boolean,
): Promise<Rows[T][]> {
  const kept = await disk.copies().catch(() => []);
  const closed = kept.map(({ scope }) => scope).filter((scope) => scope.startsWith("board:") && !isOpen(scope));
  const fields = fieldsOf(table);
  const rows = [...store.all(table)];
  for (const scope of closed) {
    const values = ((await disk.copyRows(scope).catch(() => ({}))) as Record<string, readonly (readonly unknown[])[]>)[
      table
    ];
    for (const one of values ?? []) rows.push(toRow(fields, one));
  }
  return rows as unknown as Rows[T][];
}
