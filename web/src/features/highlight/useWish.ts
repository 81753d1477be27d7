import { useMemo, useSyncExternalStore } from "react";
import type { Highlight } from "./highlight";
import { readWish, storedWish, type Wish } from "./wishes";

/** What is wished for on a board, and how to wish for something else; null ends it. */
export function useWish(highlight: Highlight): readonly [Wish | null, (wish: Wish | null) => void] {
  const text = useSyncExternalStore(highlight.watch, () => highlight.wish);
  return useMemo(
    () => [readWish(text), (wish: Wish | null) => highlight.ask(wish && storedWish(wish))],
    [text, highlight],
  );
}

/** How many cards are picked out. */
export const usePickedCount = (highlight: Highlight): number =>
  useSyncExternalStore(highlight.watch, () => highlight.picked?.size ?? 0);
