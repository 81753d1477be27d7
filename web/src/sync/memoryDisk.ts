import type { CopyChanges, CopyHead, CopyRows, Disk, Entry, NewEntry } from "./disk";

/** Keeps everything until the page goes: for link readers, who keep nothing, and browsers that refuse IndexedDB. */
export class MemoryDisk implements Disk {
  private nextOrder = 1;

  /** Local copies in memory would hold everything twice; only tests ask for them. */
  constructor(private readonly keepsCopies = false) {}

  private readonly outbox = new Map<number, Entry>();
  private readonly heads = new Map<string, CopyHead>();
  private readonly rows = new Map<string, Map<string, Map<string, readonly unknown[]>>>();

  async addEntry(entry: NewEntry): Promise<number> {
    const order = this.nextOrder++;
    this.outbox.set(order, { ...entry, order });
    return order;
  }

  async removeEntries(orders: readonly number[]): Promise<void> {
    for (const order of orders) this.outbox.delete(order);
  }

  async entries(): Promise<Entry[]> {
    return [...this.outbox.values()];
  }

  async copyHead(scope: string): Promise<CopyHead | undefined> {
    return this.heads.get(scope);
  }

  async copyRows(scope: string): Promise<CopyRows> {
    const rows: CopyRows = {};
    for (const [table, byId] of this.rows.get(scope) ?? []) rows[table] = [...byId.values()];
    return rows;
  }

  async writeCopy(
    head: CopyHead,
    changes: CopyChanges,
    mayWrite: (stored: CopyHead | undefined) => boolean,
  ): Promise<boolean> {
    if (!this.keepsCopies || !mayWrite(this.heads.get(head.scope))) return false;
    const tables = this.rows.get(head.scope) ?? new Map<string, Map<string, readonly unknown[]>>();
    this.rows.set(head.scope, tables);
    for (const [table, changed] of Object.entries(changes)) {
      const byId = tables.get(table) ?? new Map<string, readonly unknown[]>();
      tables.set(table, byId);
      for (const [id, values] of changed) {
        if (values) byId.set(id, values);
        else byId.delete(id);
      }
    }
    this.heads.set(head.scope, head);
    return true;
  }

  async dropCopy(scope: string): Promise<void> {
    this.heads.delete(scope);
    this.rows.delete(scope);
  }

  async copies(): Promise<{ scope: string; usedAt: number }[]> {
    return [...this.heads.values()];
  }

  async dropCopies(): Promise<void> {
    this.heads.clear();
    this.rows.clear();
  }

  close(): void {}

  async erase(): Promise<void> {
    this.outbox.clear();
    await this.dropCopies();
  }
}
