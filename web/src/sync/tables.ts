import { TABLES, type TableName } from "../contracts/rows";

/** A row of any table; the typed view of it is `Rows[T]`. Never changed, only replaced. */
export type AnyRow = Readonly<Record<string, unknown>> & { readonly id: string };

const NO_FIELDS: readonly string[] = [];

/** Field names in wire order; none for a table this client has never heard of. */
export function fieldsOf(table: string): readonly string[] {
  return TABLES[table as TableName]?.fields ?? NO_FIELDS;
}

/** The field that groups siblings, for tables whose rows have ranks. */
export function groupField(table: string): string | null {
  return TABLES[table as TableName]?.order ?? null;
}

export function tablesOf(scope: string): string[] {
  const kind = scope.slice(0, scope.indexOf(":"));
  return Object.keys(TABLES).filter((table) => TABLES[table as TableName].scope === kind);
}

export function toRow(fields: readonly string[], values: readonly unknown[]): AnyRow {
  // A copy of one blank row has its final shape at once; adding the fields one by one takes three times as long.
  const row: Record<string, unknown> = { ...blankOf(fields) };
  for (let at = 0; at < fields.length; at++) row[fields[at] as string] = values[at];
  return row as AnyRow;
}

const blanks = new WeakMap<readonly string[], Record<string, unknown>>();

function blankOf(fields: readonly string[]): Record<string, unknown> {
  let blank = blanks.get(fields);
  if (!blank) {
    blank = Object.fromEntries(fields.map((field) => [field, null]));
    blanks.set(fields, blank);
  }
  return blank;
}

export function toValues(table: string, row: AnyRow): unknown[] {
  return fieldsOf(table).map((field) => row[field]);
}

export function isSameRow(one: AnyRow, other: AnyRow): boolean {
  if (one === other) return true;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => isSameValue(one[name], other[name]));
}

export function isSameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  return Array.isArray(one) && Array.isArray(other) && isSameList(one, other);
}

export function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, at) => value === other[at]);
}
