import type { Store } from "./store";
import { type AnyRow, fieldsOf, isSameRow, tablesOf, toRow } from "./tables";
import type { Patch, WireTable } from "./wire";

/** Applies the patches of one change to a scope's rows. A patch of a row this client does not hold says nothing and is passed over. */
export function applyPatches(store: Store, scope: string, patches: readonly Patch[]): void {
  for (const patch of patches) {
    const table = patch[1];
    const id = patch[0] === "+" ? String(patch[2][0]) : patch[2];
    if (patch[0] === "+") store.truth.put(scope, table, toRow(fieldsOf(table), patch[2]));
    else if (patch[0] === "-") store.truth.remove(scope, table, id);
    else patchRow(store, scope, table, id, patch[3]);
    store.show(table, id);
  }
}

function patchRow(
  store: Store,
  scope: string,
  table: string,
  id: string,
  fields: Readonly<Record<string, unknown>>,
): void {
  const row = store.truth.get(scope, table, id);
  if (row) store.truth.patch(scope, table, { ...row, ...fields } as AnyRow);
}

/** Makes a scope's rows exactly these. */
export function loadScope(store: Store, scope: string, tables: Readonly<Record<string, WireTable>>): void {
  for (const table of new Set([...tablesOf(scope), ...Object.keys(tables)])) {
    const given = tables[table];
    store.table(table).bulk(() => replaceRows(store, scope, table, given));
  }
}

function replaceRows(store: Store, scope: string, table: string, given: WireTable | undefined): void {
  const left = new Set(store.truth.rows(scope, table).keys());
  for (const values of given?.rows ?? []) {
    const row = toRow(given?.fields ?? [], values);
    left.delete(row.id);
    const known = store.truth.get(scope, table, row.id);
    if (known && isSameRow(known, row)) continue;
    store.truth.put(scope, table, row);
    store.show(table, row.id);
  }
  for (const id of left) {
    store.truth.remove(scope, table, id);
    store.show(table, id);
  }
}

/** Forgets a scope's rows. */
export function unloadScope(store: Store, scope: string): void {
  for (const [table, ids] of store.truth.drop(scope)) {
    store.table(table).bulk(() => {
      for (const id of ids) store.show(table, id);
    });
  }
  store.dropCounts(scope);
}
