import { useSyncExternalStore } from "react";

const narrow = matchMedia("(max-width: 640px)");

function subscribe(listener: () => void): () => void {
  narrow.addEventListener("change", listener);
  return () => narrow.removeEventListener("change", listener);
}

/** The page is as narrow as a phone's: some plans are then drawn otherwise. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches);
