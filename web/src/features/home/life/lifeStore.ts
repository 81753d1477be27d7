import { useSyncExternalStore } from "react";
import type { HomeBoard } from "../homeData";

/** What the life of a board needs to know of it; a tile and an open board both can tell. */
export type LifeBoard = Pick<HomeBoard, "id" | "account_id" | "name" | "state" | "role" | "favourite">;
export type LifeQuestion = { kind: "rename" | "copy" | "transfer" | "template"; board: LifeBoard };

let asked: LifeQuestion | null = null;
const listeners = new Set<() => void>();

/** Opens a dialog about a board, wherever a `LifeHost` stands on the page; null closes it. */
export function askLife(question: LifeQuestion | null): void {
  asked = question;
  for (const listener of listeners) listener();
}

export function useLifeQuestion(): LifeQuestion | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => asked,
  );
}
