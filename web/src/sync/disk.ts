/** What the engine keeps on the device. `openDisk` (IndexedDB) is the real one; `MemoryDisk` stands in where there is none. */
import type { PersonFacts } from "./wire";

export interface Entry {
  /** Place in the outbox, given by the disk; commands go to the server in this order. */
  order: number;
  id: string;
  verb: string;
  args: unknown;
  /** When the person did it. */
  at: number;
  isQuiet?: boolean;
}

export type NewEntry = Omit<Entry, "order">;

export interface CopyHead {
  scope: string;
  epoch: string;
  seq: number;
  /** False while a large write is under way: the rows are then of several moments. */
  isWhole: boolean;
  usedAt: number;
  /** The first rows of each order, for the first paint; every row of tables without one. */
  first: Readonly<Record<string, readonly (readonly unknown[])[]>>;
  counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  people: readonly PersonFacts[];
}

export type CopyRows = Record<string, (readonly unknown[])[]>;

/** table -> row id -> its values, or null when it is gone */
export type CopyChanges = Record<string, Map<string, readonly unknown[] | null>>;

export interface Disk {
  addEntry(entry: NewEntry): Promise<number>;
  removeEntries(orders: readonly number[]): Promise<void>;
  entries(): Promise<Entry[]>;

  copyHead(scope: string): Promise<CopyHead | undefined>;
  copyRows(scope: string): Promise<CopyRows>;
  /** Writes rows and head in one transaction, if `mayWrite` agrees with the head that is there. */
  writeCopy(
    head: CopyHead,
    changes: CopyChanges,
    mayWrite: (stored: CopyHead | undefined) => boolean,
  ): Promise<boolean>;
  dropCopy(scope: string): Promise<void>;
  /** Scopes kept, with when they were last used. */
  copies(): Promise<{ scope: string; usedAt: number }[]>;
  dropCopies(): Promise<void>;

  close(): void;
  /** Deletes everything of this person on this device. */
  erase(): Promise<void>;
}
