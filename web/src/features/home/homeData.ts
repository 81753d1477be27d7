import { useEffect, useSyncExternalStore } from "react";
import { api } from "../../kits/apikit";

export type HomeColumn = { name: string; kind: "normal" | "completed" | "deleted"; count: number };
export type HomeBoard = {
  id: string;
  account_id: string;
  name: string;
  kind: "task" | "whiteboard";
  privacy: string;
  state: string;
  role: string;
  favourite: boolean;
  opened_at: number | null;
  columns: HomeColumn[];
  people: { id: string; name: string; photo?: string | null }[];
  overdue: number;
};
export type HomeAccount = { id: string; name: string; role: string };
export type HomeData = { accounts: HomeAccount[]; boards: HomeBoard[] };
export type HomeState = { data: HomeData | null; error: unknown };

let state: HomeState = { data: null, error: null };
let asking: Promise<void> | null = null;
const listeners = new Set<() => void>();

function set(next: HomeState): void {
  state = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function refreshHome(): Promise<void> {
  asking ??= api
    .get<HomeData>("/api/v1/home")
    .then((data) => set({ data, error: null }))
    // What is on the screen stays there; the error shows only where there is nothing else.
    .catch((error: unknown) => set({ data: state.data, error }))
    .finally(() => {
      asking = null;
    });
  return asking;
}

export function forgetHome(): void {
  set({ data: null, error: null });
}

export function changeBoard(id: string, change: Partial<HomeBoard>): void {
  if (!state.data) return;
  set({
    ...state,
    data: {
      ...state.data,
      boards: state.data.boards.map((board) => (board.id === id ? { ...board, ...change } : board)),
    },
  });
}

/** The boards one may read; asked for again when the window comes back to the front. */
export function useHome(): HomeState {
  useEffect(() => {
    void refreshHome();
    const again = () => document.visibilityState === "visible" && void refreshHome();
    window.addEventListener("focus", again);
    document.addEventListener("visibilitychange", again);
    return () => {
      window.removeEventListener("focus", again);
      document.removeEventListener("visibilitychange", again);
    };
  }, []);
  return useSyncExternalStore(subscribe, () => state);
}

/** The same without asking: for the palette. */
export function useKnownHome(): HomeData | null {
  return useSyncExternalStore(subscribe, () => state.data);
}

/** Favourites first, then what was opened last, then by name. */
export function byUse(a: HomeBoard, b: HomeBoard): number {
  return (
    Number(b.favourite) - Number(a.favourite) || (b.opened_at ?? 0) - (a.opened_at ?? 0) || a.name.localeCompare(b.name)
  );
}

export function openCount(board: HomeBoard): number {
  return board.columns.filter((column) => column.kind === "normal").reduce((sum, column) => sum + column.count, 0);
}

export function doneCount(board: HomeBoard): number {
  return board.columns.filter((column) => column.kind === "completed").reduce((sum, column) => sum + column.count, 0);
}

/** Anyone of the account team may; visitors may not. */
export function mayCreate(role: string): boolean {
  return role !== "visitor" && role !== "none";
}
