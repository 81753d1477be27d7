import type { AnyRow } from "./tables";

/**
 * What the server has said, row by row and scope by scope (S21). A row that travels from one board to another is put by the new scope
 * and removed by the old one, in either order; kept apart, the late remove takes away only the old scope's copy.
 */
export class ScopeRows {
  /** table -> scope -> id -> row */
  private readonly tables = new Map<string, Map<string, Map<string, AnyRow>>>();
  /** "table id" -> the scope whose put came last, only for rows that more than one scope has held. */
  private readonly newest = new Map<string, string>();

  /** The row that counts: the newest put of any scope that still has one. */
  current(table: string, id: string): AnyRow | undefined {
    const scopes = this.tables.get(table);
    if (!scopes) return undefined;
    let found: AnyRow | undefined;
    let isShared = false;
    for (const rows of scopes.values()) {
      const row = rows.get(id);
      if (!row) continue;
      isShared = found !== undefined;
      found = row;
    }
    if (!isShared) return found;
    const scope = this.newest.get(`${table} ${id}`);
    return (scope && scopes.get(scope)?.get(id)) || found;
  }

  get(scope: string, table: string, id: string): AnyRow | undefined {
    return this.tables.get(table)?.get(scope)?.get(id);
  }

  rows(scope: string, table: string): ReadonlyMap<string, AnyRow> {
    return this.tables.get(table)?.get(scope) ?? new Map();
  }

  put(scope: string, table: string, row: AnyRow): void {
    const scopes = this.scopesOf(table);
    let rows = scopes.get(scope);
    if (!rows) {
      rows = new Map();
      scopes.set(scope, rows);
    }
    if (scopes.size > 1 && this.isHeldElsewhere(scopes, scope, row.id)) this.newest.set(`${table} ${row.id}`, scope);
    rows.set(row.id, row);
  }

  /** New fields of a row the scope has. Not a put: the row that counts stays with the scope that put it last. */
  patch(scope: string, table: string, row: AnyRow): void {
    this.tables.get(table)?.get(scope)?.set(row.id, row);
  }

  remove(scope: string, table: string, id: string): void {
    this.tables.get(table)?.get(scope)?.delete(id);
    if (this.newest.get(`${table} ${id}`) === scope) this.newest.delete(`${table} ${id}`);
  }

  /** Forgets a scope; answers the ids it had, by table. */
  drop(scope: string): Map<string, string[]> {
    const dropped = new Map<string, string[]>();
    for (const [table, scopes] of this.tables) {
      const rows = scopes.get(scope);
      if (!rows) continue;
      dropped.set(table, [...rows.keys()]);
      scopes.delete(scope);
    }
    return dropped;
  }

  private scopesOf(table: string): Map<string, Map<string, AnyRow>> {
    let scopes = this.tables.get(table);
    if (!scopes) {
      scopes = new Map();
      this.tables.set(table, scopes);
    }
    return scopes;
  }

  private isHeldElsewhere(scopes: Map<string, Map<string, AnyRow>>, scope: string, id: string): boolean {
    for (const [other, rows] of scopes) if (other !== scope && rows.has(id)) return true;
    return false;
  }
}
