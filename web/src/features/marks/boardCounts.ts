import { useSyncExternalStore } from "react";
import { api } from "../../kits/apikit";
import { getSession } from "../people/session";
import { Question } from "../views/question";
import { useLive } from "../views/useLive";

type Counts = { boards: Readonly<Record<string, number>>; most: number; is_behind: boolean };

/** The server counts what happens a little later. */
const COUNTED_MS = 1_000;
const NONE: Counts = { boards: {}, most: 1, is_behind: false };

let known: { person: string | null; counts: Counts } = { person: null, counts: NONE };
const listeners = new Set<() => void>();

function me(): string | null {
  const session = getSession();
  return session.state === "signed-in" ? session.person.id : null;
}

const question = new Question(async () => {
  const person = me();
  try {
    const counts = await api.get<Counts>("/api/v1/marks");
    if (person !== me()) return;
    if (counts.is_behind) setTimeout(look, COUNTED_MS);
    show(person, counts);
  } catch {
    // The last figures stay.
  }
});

const look = () => question.soon();

/** The reader has seen something, of which nobody else tells. */
export const lookAtCounts = look;

function show(person: string | null, counts: Counts): void {
  if (known.person === person && JSON.stringify(counts) === JSON.stringify(known.counts)) return;
  known = { person, counts };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const read = (): Counts => (known.person === me() ? known.counts : NONE);

/** Asks again whenever something happens, while this component is on the screen. */
export function CountsHost() {
  useLive(look);
  return null;
}

/** How many cards and chats of a board have marks; `isMost`: that many and more. */
export function useBoardCount(boardId: string): { count: number; isMost: boolean } {
  const count = useSyncExternalStore(subscribe, () => read().boards[boardId] ?? 0);
  return { count, isMost: count >= read().most };
}

/** How many cards and chats of all boards have marks. */
export function useCountOfAll(): number {
  return useSyncExternalStore(subscribe, () => Object.values(read().boards).reduce((sum, count) => sum + count, 0));
}

export function useHasCounts(): boolean {
  return useSyncExternalStore(subscribe, () => Object.keys(read().boards).length > 0);
}

/** A board, or all, has just been marked as read: what the screen says until the server says the same. */
export function forgetCounts(boardId?: string): void {
  const { person, counts } = known;
  const { [boardId ?? ""]: _, ...others } = counts.boards;
  show(person, { ...counts, boards: boardId ? others : {} });
}
