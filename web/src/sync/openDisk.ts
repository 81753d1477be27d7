import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from "idb";
import type { CopyChanges, CopyHead, CopyRows, Disk, Entry, NewEntry } from "./disk";
import { tablesOf } from "./tables";
import { WIRE } from "./wire";

interface Schema extends DBSchema {
  outbox: { key: number; value: NewEntry };
  heads: { key: string; value: CopyHead };
  /** [scope, table, id] -> the row's values in wire order */
  rows: { key: [string, string, string]; value: readonly unknown[] };
  meta: { key: string; value: unknown };
}

type Database = IDBPDatabase<Schema>;

// Local copies can be fetched again, so their writes need not wait for the platter; the outbox's do.
const RELAXED = { durability: "relaxed" } as const;
const STRICT = { durability: "strict" } as const;

/** One database a person. A local copy of another wire version is dropped, the outbox never (S18). */
export async function openDisk(person: string): Promise<Disk> {
  const name = `tafla.${person}`;
  const db = await openDB<Schema>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore("outbox", { autoIncrement: true });
      fresh.createObjectStore("heads", { keyPath: "scope" });
      fresh.createObjectStore("rows");
      fresh.createObjectStore("meta");
    },
    // Another tab wants to delete or upgrade: do not stand in its way.
    blocking: (_now, _wanted, event) => (event.target as IDBDatabase).close(),
  });
  const disk = new IndexedDisk(db, name);
  if ((await db.get("meta", "wire")) !== WIRE) {
    await disk.dropCopies();
    await db.put("meta", WIRE, "wire");
  }
  return disk;
}

function rangeOf(...key: string[]): IDBKeyRange {
  // In IndexedDB's order an array sorts after every string.
  return IDBKeyRange.bound(key, [...key, []]);
}

class IndexedDisk implements Disk {
  constructor(
    private readonly db: Database,
    private readonly name: string,
  ) {}

  async addEntry(entry: NewEntry): Promise<number> {
    const change = this.db.transaction("outbox", "readwrite", STRICT);
    const order = await change.store.add(entry);
    await change.done;
    return order;
  }

  async removeEntries(orders: readonly number[]): Promise<void> {
    const change = this.db.transaction("outbox", "readwrite", RELAXED);
    for (const order of orders) void change.store.delete(order);
    await change.done;
  }

  async entries(): Promise<Entry[]> {
    const look = this.db.transaction("outbox", "readonly");
    const [entries, orders] = await Promise.all([look.store.getAll(), look.store.getAllKeys()]);
    return entries.map((entry, at) => ({ ...entry, order: orders[at] as number }));
  }

  copyHead(scope: string): Promise<CopyHead | undefined> {
    return this.db.get("heads", scope);
  }

  async copyRows(scope: string): Promise<CopyRows> {
    const look = this.db.transaction("rows", "readonly");
    const rows: CopyRows = {};
    await Promise.all(
      tablesOf(scope).map(async (table) => {
        rows[table] = (await look.store.getAll(rangeOf(scope, table))) as (readonly unknown[])[];
      }),
    );
    return rows;
  }

  async writeCopy(
    head: CopyHead,
    changes: CopyChanges,
    mayWrite: (stored: CopyHead | undefined) => boolean,
  ): Promise<boolean> {
    const change = this.db.transaction(["heads", "rows"], "readwrite", RELAXED);
    const rows = change.objectStore("rows");
    const stored = await change.objectStore("heads").get(head.scope);
    const may = mayWrite(stored);
    if (may) {
      for (const [table, changed] of Object.entries(changes)) {
        for (const [id, values] of changed) {
          if (values) void rows.put(values, [head.scope, table, id]);
          else void rows.delete([head.scope, table, id]);
        }
      }
      void change.objectStore("heads").put(head);
    }
    await change.done;
    return may;
  }

  async dropCopy(scope: string): Promise<void> {
    const change = this.db.transaction(["heads", "rows"], "readwrite", RELAXED);
    void change.objectStore("heads").delete(scope);
    void change.objectStore("rows").delete(rangeOf(scope));
    await change.done;
  }

  async copies(): Promise<{ scope: string; usedAt: number }[]> {
    return (await this.db.getAll("heads")).map(({ scope, usedAt }) => ({ scope, usedAt }));
  }

  async dropCopies(): Promise<void> {
    const change = this.db.transaction(["heads", "rows"], "readwrite", RELAXED);
    void change.objectStore("heads").clear();
    void change.objectStore("rows").clear();
    await change.done;
  }

  close(): void {
    this.db.close();
  }

  async erase(): Promise<void> {
    this.db.close();
    await deleteDB(this.name);
  }
}
