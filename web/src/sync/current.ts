/** The page's one engine, for handlers and drags that run outside rendering. */
import type { Rows, TableName } from "../contracts/rows";
import type { RefusedListener } from "./answers";
import type { Drafts } from "./drafts";
import type { Sync } from "./sync";

let current: Sync | null = null;
const listeners = new Set<RefusedListener>();
const NONE: readonly string[] = [];

export function setCurrent(sync: Sync | null): void {
  current = sync;
}

export function currentSync(): Sync | null {
  return current;
}

/** Reads without subscribing. */
export const store = {
  read: <T extends TableName>(table: T, id: string): Rows[T] | undefined => current?.store.read(table, id),
  order: (table: TableName, group: string): readonly string[] => current?.store.order(table, group) ?? NONE,
};

export const drafts: Drafts = {
  get: (key) => current?.drafts.get(key),
  set: (key, text) => current?.drafts.set(key, text),
};

/** Calls back for every command that was refused or met a conflict. */
export function onRefused(listener: RefusedListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const tellRefused: RefusedListener = (verb, args, answer) => {
  for (const listener of listeners) listener(verb, args, answer);
};
