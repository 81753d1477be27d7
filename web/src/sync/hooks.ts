/** What screens read, each with the narrowest subscription that serves it; all change at most once a frame. */
import { useCallback, useRef, useSyncExternalStore } from "react";
import type { Rows, TableName } from "../contracts/rows";
import type { Connection } from "./connection";
import { useSync } from "./context";
import type { PersonCard } from "./directory";
import type { LastChange } from "./lastChange";
import type { PresenceState } from "./presence";
import { LOADING, type ScopeStatus } from "./scopeStream";
import { isSameList } from "./tables";
import type { UndoState } from "./undoStack";

export { useSync } from "./context";
export { drafts, onRefused, store } from "./current";

function useWatched<T>(key: string, read: () => T): T {
  const { watchers } = useSync().store;
  const subscribe = useCallback((listener: () => void) => watchers.watch(key, listener), [watchers, key]);
  return useSyncExternalStore(subscribe, read, read);
}

/** Opens a scope while the component is there. */
export function useScope(scope: string | null): ScopeStatus {
  const sync = useSync();
  const subscribe = useCallback(
    (listener: () => void) => {
      if (!scope) return () => {};
      const stopWatching = sync.store.watchers.watch(`scope ${scope}`, listener);
      const close = sync.open(scope);
      return () => {
        stopWatching();
        close();
      };
    },
    [sync, scope],
  );
  const read = () => (scope ? sync.scopes.status(scope) : LOADING);
  return useSyncExternalStore(subscribe, read, read);
}

/** Where an open scope stands: another number, another state. For pages beside the scopes that are asked for again then. */
export function useScopeSeq(scope: string): number {
  const { scopes } = useSync();
  return useWatched(`seq ${scope}`, () => scopes.position(scope)?.seq ?? 0);
}

export function useRow<T extends TableName>(table: T, id: string | null | undefined): Rows[T] | undefined {
  const { store } = useSync();
  return useWatched(`row ${table} ${id}`, () => (id ? store.read(table, id) : undefined));
}

/** Ids by (rank, id), guesses included; the same array while unchanged. */
export function useOrder(table: TableName, group: string): readonly string[] {
  const { store } = useSync();
  return useWatched(`order ${table} ${group}`, () => store.order(table, group));
}

/** The real count, also while only the head is loaded. */
export function useCount(table: "cards", group: string): number {
  const { store } = useSync();
  return useWatched(`order ${table} ${group}`, () => store.count(table, group));
}

/** Rows of a small table that `where` lets through; the same array while they are the same rows. */
export function useTable<T extends TableName>(table: T, where?: (row: Rows[T]) => boolean): readonly Rows[T][] {
  const { store } = useSync();
  const last = useRef<readonly Rows[T][]>([]);
  return useWatched(`table ${table}`, () => {
    const all = store.all(table) as unknown as readonly Rows[T][];
    const rows = where ? all.filter(where) : all;
    if (!isSameList(last.current, rows)) last.current = rows;
    return last.current;
  });
}

export function usePerson(id: string | null): PersonCard | undefined {
  const { store, directory } = useSync();
  const subscribe = useCallback(
    (listener: () => void) => {
      if (!id) return () => {};
      directory.want(id);
      return store.watchers.watch(`person ${id}`, listener);
    },
    [store, directory, id],
  );
  const read = () => (id ? directory.get(id) : undefined);
  return useSyncExternalStore(subscribe, read, read);
}

export function useConnection(): Connection {
  const { connection } = useSync();
  return useWatched("connection", () => connection.now);
}

export function usePresence(board: string): PresenceState {
  const { presence } = useSync();
  return useWatched(`presence ${board}`, () => presence.of(board));
}

/** Ids of the others who have a card open. */
export function usePresentOn(card: string): readonly string[] {
  const { presence } = useSync();
  return useWatched(`present ${card}`, () => presence.on(card));
}

/** Who else is writing in a scope. */
export function useTyping(scope: string): readonly string[] {
  const { writing } = useSync();
  return useWatched(`typing ${scope}`, () => writing.of(scope));
}

export function useUndo(): UndoState {
  const { undoStack } = useSync();
  return useWatched("undo", () => undoStack.state);
}

/** The newest change that somebody else made on an open board, or in one open scope. */
export function useLastChange(scope?: string): LastChange | null {
  const sync = useSync();
  return useWatched("last change", () => (scope ? sync.lastChangeIn(scope) : sync.lastChange));
}
