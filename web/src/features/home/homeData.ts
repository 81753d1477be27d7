import { useEffect, useSyncExternalStore } from "react";
import { api } from "../../kits/apikit";
import { onMoved } from "../../sync/moved";
import { getSession } from "../people/session";

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
  /** Made on this device and not yet known to the server. */
  isWaiting?: boolean;
};
export type HomeAccount = { id: string; name: string; role: string };
/** A board somebody wants to give to an account of the person's. */
export type HomeOffer = { board_id: string; name: string; by: string };
export type HomeData = { accounts: HomeAccount[]; boards: HomeBoard[]; offers?: HomeOffer[] };
export type HomeState = { data: HomeData | null; error: unknown };

/** At most one question a second, however much happens. */
const SHORTEST_MS = 1_000;
/** The server tells when something has moved; this is for what it could not tell. */
const LOOK_AGAIN_MS = 60_000;

let state: HomeState = { data: null, error: null };
/** Whose boards `state` holds. */
let owner: string | null = null;
/** The last answer as text. */
let last = "";
let asking: Promise<void> | null = null;
let askedAt = 0;
let timer: ReturnType<typeof setTimeout> | null = null;
const listeners = new Set<() => void>();

const keyOf = (person: string) => `tafla.home.${person}`;

function me(): string | null {
  const session = getSession();
  return session.state === "signed-in" ? session.person.id : null;
}

function set(next: HomeState): void {
  state = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The last answer, kept on the device: home opens at once, and without a network. */
function recall(person: string): HomeData | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(person)) ?? "null") as HomeData | null;
  } catch {
    return null;
  }
}

function keep(person: string, text: string): void {
  try {
    localStorage.setItem(keyOf(person), text);
  } catch {
    // Without room, home needs the network next time.
  }
}

function becomeMine(): void {
  const person = me();
  if (owner === person) return;
  owner = person;
  last = "";
  state = { data: person ? recall(person) : null, error: null };
}

async function load(): Promise<void> {
  becomeMine();
  const person = owner;
  askedAt = Date.now();
  try {
    const data = await api.get<HomeData>("/api/v1/home");
    if (!person || person !== me()) return;
    const text = JSON.stringify(data);
    // Two thousand boards are not drawn again for nothing.
    if (text === last && state.data && !state.error) return;
    last = text;
    keep(person, text);
    set({ data, error: null });
  } catch (error) {
    // What is on the screen stays there; the error shows only where there is nothing else.
    set({ data: state.data, error });
  }
}

export function refreshHome(): Promise<void> {
  asking ??= load().finally(() => {
    asking = null;
  });
  return asking;
}

/** Because something happened; many of these in a second are one question. */
export function refreshHomeSoon(): void {
  if (timer) return;
  timer = setTimeout(
    () => {
      timer = null;
      if (document.visibilityState === "visible") void refreshHome();
    },
    Math.max(0, askedAt + SHORTEST_MS - Date.now()),
  );
}

/** At sign-out: nothing of the person stays on the device. */
export function forgetHome(person: string): void {
  try {
    localStorage.removeItem(keyOf(person));
  } catch {
    // Storage is forbidden, so nothing was kept.
  }
  owner = null;
  last = "";
  set({ data: null, error: null });
}

/** The boards one may read; asked for again when the server says that some have moved, and when the window comes back to the front. */
export function useHome(): HomeState {
  useEffect(() => {
    refreshHomeSoon();
    window.addEventListener("focus", refreshHomeSoon);
    window.addEventListener("online", refreshHomeSoon);
    document.addEventListener("visibilitychange", refreshHomeSoon);
    const again = setInterval(refreshHomeSoon, LOOK_AGAIN_MS);
    const stop = onMoved(refreshHomeSoon);
    return () => {
      stop();
      window.removeEventListener("focus", refreshHomeSoon);
      window.removeEventListener("online", refreshHomeSoon);
      document.removeEventListener("visibilitychange", refreshHomeSoon);
      clearInterval(again);
    };
  }, []);
  return useSyncExternalStore(subscribe, readState);
}

function readState(): HomeState {
  becomeMine();
  return state;
}

/** The same without asking: for the palette. */
export function useKnownHome(): HomeData | null {
  return useSyncExternalStore(subscribe, knownHome);
}

export const knownHome = (): HomeData | null => readState().data;

/** Favourites first, then what was opened last, then by name. */
export function byUse(a: HomeBoard, b: HomeBoard): number {
  return (
    Number(b.favourite) - Number(a.favourite) || (b.opened_at ?? 0) - (a.opened_at ?? 0) || a.name.localeCompare(b.name)
  );
}

export function openCount(board: HomeBoard): number {
  return board.columns.filter((column) => column.kind === "normal").reduce((sum, column) => sum + column.count, 0);
}

/** Anyone of the account team may; visitors may not. */
export function mayCreate(role: string): boolean {
  return role !== "visitor" && role !== "none";
}
