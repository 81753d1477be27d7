/**
 * A board without a server: the hooks of `src/sync/hooks.ts` over a plain store that applies commands at once. Component tests mock the
 * real module with it, and the page in `boardPreview/` shows the board screen on it.
 */
import { useEffect, useSyncExternalStore } from "react";
import type { RefusalCode } from "../src/contracts/refusals";
import type { Rows, TableName } from "../src/contracts/rows";
import type { VerbName, Verbs } from "../src/contracts/verbs";
import { type AnyRow, type Connection, FakeStore, type Person } from "./fakeStore";
import { applyVerb } from "./fakeVerbs";

export type Answer =
  | { s: "done" }
  | { s: "refused"; code: RefusalCode; args: Record<string, unknown> }
  | { s: "conflict"; code: RefusalCode; args: Record<string, unknown> };
export const world = new FakeStore();
const refusedListeners = new Set<(verb: VerbName, args: unknown, answer: Answer) => void>();
const use = <T>(read: () => T): T => useSyncExternalStore(world.subscribe, read, read);

const sync = {
  open: (_scope: string) => () => undefined,
  async send<V extends VerbName>(verb: V, args: Verbs[V], _options?: { quiet?: boolean }): Promise<Answer> {
    world.sent.push({ verb, args: args as Record<string, unknown> });
    const refusal = applyVerb(world, verb, args as Record<string, unknown>);
    world.flush();
    const answer: Answer = refusal ? { s: "refused", ...refusal } : { s: "done" };
    if (refusal) for (const listener of refusedListeners) listener(verb, args, answer);
    return answer;
  },
  undo: () => undefined,
  redo: () => undefined,
  here: (_board: string, _card: string | null) => undefined,
  look: () => undefined,
  serverNow: () => Date.now(),
  store: {
    all: (table: TableName) => world.rows(table),
    watchers: { watch: (_key: string, listener: () => void) => world.subscribe(listener) },
  },
  directory: { want: (_id: string) => undefined, get: (id: string) => world.people.get(id) },
  signOut: async () => "clean" as const,
};

export type Sync = typeof sync;
export const useSync = (): Sync => sync;

export function useScope(scope: string | null): { state: FakeStore["scopeState"]; code?: string } {
  useEffect(() => undefined, []);
  const state = use(() => world.scopeState);
  return { state: scope ? state : "loading" };
}

export function useRow<T extends TableName>(table: T, id: string | null | undefined): Rows[T] | undefined {
  return use(() => (id ? (world.table(table).get(id) as unknown as Rows[T] | undefined) : undefined));
}

export const useOrder = (table: TableName, group: string): readonly string[] => use(() => world.order(table, group));
export const useCount = (table: "cards", group: string): number => use(() => world.order(table, group).length);

const filtered = new WeakMap<readonly AnyRow[], Map<unknown, readonly AnyRow[]>>();
export function useTable<T extends TableName>(table: T, where?: (row: Rows[T]) => boolean): readonly Rows[T][] {
  return use(() => {
    const rows = world.rows(table);
    if (!where) return rows as unknown as readonly Rows[T][];
    const views = filtered.get(rows) ?? new Map<unknown, readonly AnyRow[]>();
    filtered.set(rows, views);
    const known = views.get(where) ?? rows.filter((row) => where(row as unknown as Rows[T]));
    views.set(where, known);
    return known as unknown as readonly Rows[T][];
  });
}

export const usePerson = (id: string | null): Person | undefined => use(() => (id ? world.people.get(id) : undefined));
export const useConnection = (): Connection => use(() => world.connection);
export const usePresence = (_board: string) => use(() => world.presence);
const NOBODY: readonly string[] = [];
export const usePresentOn = (_card: string): readonly string[] => NOBODY;
const undoState = { canUndo: true, canRedo: false };
export const useUndo = () => use(() => undoState);
export const useLastChange = () => use(() => world.lastChange);

export const store = {
  read: <T extends TableName>(table: T, id: string) => world.table(table).get(id) as unknown as Rows[T] | undefined,
  order: (table: TableName, group: string) => world.order(table, group),
};

export function onRefused(listener: (verb: VerbName, args: unknown, answer: Answer) => void): () => void {
  refusedListeners.add(listener);
  return () => refusedListeners.delete(listener);
}

const kept = new Map<string, string>();
export const drafts = {
  get: (key: string): string | undefined => kept.get(key),
  set: (key: string, text: string | null): void => {
    if (text === null) kept.delete(key);
    else kept.set(key, text);
  },
};
