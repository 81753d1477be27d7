/**
 * The rows the screens read. Truth lies below in ScopeRows; the visible rows are truth with the guesses on top (rebase.ts).
 * Everything changes inside `change`, and listeners hear of it once, at the end of the outermost one.
 */
import type { Rows, TableName } from "../contracts/rows";
import { ScopeRows } from "./scopeRows";
import { TableRows } from "./tableRows";
import { type AnyRow, groupField } from "./tables";
import { Watchers } from "./watchers";

const NO_ROWS: readonly AnyRow[] = [];

type Follower = (ids: readonly string[]) => void;

export class Store {
  readonly truth = new ScopeRows();
  readonly watchers = new Watchers();
  private readonly tables = new Map<string, TableRows>();
  private readonly lists = new Map<string, readonly AnyRow[]>();
  /** Groups of which only the head is loaded: how many rows there are, and how many of them were loaded. */
  private readonly headCounts = new Map<string, { scope: string; total: number; loaded: number }>();
  private readonly followers = new Map<string, Set<Follower>>();
  private depth = 0;

  read<T extends TableName>(table: T, id: string): Rows[T] | undefined {
    return this.rowOf(table, id) as Rows[T] | undefined;
  }

  rowOf(table: string, id: string): AnyRow | undefined {
    return this.tables.get(table)?.rows.get(id);
  }

  order(table: TableName, group: string): readonly string[] {
    return this.table(table).order(group);
  }

  /** The real number of rows, also while only the head of a group is loaded. */
  count(table: TableName, group: string): number {
    const length = this.order(table, group).length;
    const head = this.headCounts.get(`${table} ${group}`);
    return head ? head.total + length - head.loaded : length;
  }

  /** Every row of a table; the same array while nothing changes. For small tables. */
  all(table: string): readonly AnyRow[] {
    const rows = this.tables.get(table)?.rows;
    if (!rows) return NO_ROWS;
    const list = this.lists.get(table) ?? [...rows.values()];
    this.lists.set(table, list);
    return list;
  }

  /** The visible rows of one table, for the engine itself. */
  table(table: string): TableRows {
    let rows = this.tables.get(table);
    if (!rows) {
      rows = new TableRows(groupField(table));
      this.tables.set(table, rows);
    }
    return rows;
  }

  /** Told which rows of a table have changed, once a change and before the screens: for what keeps count of thousands. */
  follow(table: TableName, follower: Follower): () => void {
    const all = this.followers.get(table) ?? new Set();
    this.followers.set(table, all.add(follower));
    return () => all.delete(follower);
  }

  change(run: () => void): void {
    this.depth += 1;
    try {
      run();
    } finally {
      this.depth -= 1;
      if (this.depth === 0) this.finish();
    }
  }

  /** Makes a row visible as the server has it. */
  show(table: string, id: string): void {
    this.table(table).set(id, this.truth.current(table, id));
  }

  setCounts(scope: string, counts: Readonly<Record<string, Readonly<Record<string, number>>>>): void {
    for (const [table, groups] of Object.entries(counts)) {
      for (const [group, total] of Object.entries(groups)) {
        const loaded = this.order(table as TableName, group).length;
        this.headCounts.set(`${table} ${group}`, { scope, total, loaded });
        this.watchers.mark(`order ${table} ${group}`);
      }
    }
  }

  dropCounts(scope: string): void {
    for (const [key, head] of this.headCounts) {
      if (head.scope !== scope) continue;
      this.headCounts.delete(key);
      this.watchers.mark(`order ${key}`);
    }
  }

  private finish(): void {
    const changed: [string, readonly string[]][] = [];
    for (const [table, rows] of this.tables) {
      const { ids, groups } = rows.finish();
      if (ids.length > 0) {
        changed.push([table, ids]);
        this.lists.delete(table);
        this.watchers.mark(`table ${table}`);
      }
      this.watchers.markAll(`row ${table} `, ids);
      for (const group of groups) this.watchers.mark(`order ${table} ${group}`);
    }
    for (const [table, ids] of changed) for (const follower of this.followers.get(table) ?? []) follower(ids);
    this.watchers.tell();
  }
}
