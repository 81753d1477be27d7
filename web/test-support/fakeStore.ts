/** Rows, orders and what else the screens ask for, in plain maps. */
import type { RefusalCode } from "../src/contracts/refusals";
import type { TableName } from "../src/contracts/rows";

export type AnyRow = { id: string; rank?: string } & Record<string, unknown>;
export type Person = { id: string; name: string; photo: string };
export type Connection = { state: "online" | "connecting" | "offline"; pending: number; stuck?: RefusalCode };

const GROUPS: Record<string, string> = { cards: "column_id", columns: "board_id", checklist_items: "card_id" };

export class FakeStore {
  tables = new Map<string, Map<string, AnyRow>>();
  orders = new Map<string, readonly string[]>();
  people = new Map<string, Person>();
  sent: { verb: string; args: Record<string, unknown> }[] = [];
  person = "ana";
  connection: Connection = { state: "online", pending: 0 };
  presence: { count: number; people: { id: string; card: string | null }[] } = { count: 0, people: [] };
  scopeState: "loading" | "head" | "ready" | "gone" = "ready";
  lastChange: { by: string; table: TableName; id: string; at: number } | null = null;
  private listeners = new Set<() => void>();
  private tableViews = new Map<string, readonly AnyRow[]>();

  table(name: string): Map<string, AnyRow> {
    const found = this.tables.get(name) ?? new Map<string, AnyRow>();
    this.tables.set(name, found);
    return found;
  }

  put(name: string, row: AnyRow): void {
    const old = this.table(name).get(row.id);
    this.table(name).set(row.id, row);
    this.dirty(name, old);
    this.dirty(name, row);
  }

  patch(name: string, id: string, values: Record<string, unknown>): void {
    const old = this.table(name).get(id);
    if (old) this.put(name, { ...old, ...values });
  }

  remove(name: string, id: string): void {
    const old = this.table(name).get(id);
    this.table(name).delete(id);
    this.dirty(name, old);
  }

  private dirty(name: string, row: AnyRow | undefined): void {
    this.tableViews.delete(name);
    const group = GROUPS[name];
    if (group && row) this.orders.delete(`${name} ${String(row[group])}`);
  }

  order(name: string, group: string): readonly string[] {
    const key = `${name} ${group}`;
    const known = this.orders.get(key);
    if (known) return known;
    const field = GROUPS[name] ?? "";
    const rows = [...this.table(name).values()].filter((row) => row[field] === group);
    rows.sort((a, b) => ((a.rank ?? "") < (b.rank ?? "") || (a.rank === b.rank && a.id < b.id) ? -1 : 1));
    const made = rows.map((row) => row.id);
    this.orders.set(key, made);
    return made;
  }

  rows(name: string): readonly AnyRow[] {
    const known = this.tableViews.get(name) ?? [...this.table(name).values()];
    this.tableViews.set(name, known);
    return known;
  }

  flush(): void {
    for (const listener of this.listeners) listener();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}
