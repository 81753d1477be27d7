import { useMemo } from "react";
import { useAsked } from "./useAsked";

type Counts = { boards: Readonly<Record<string, number>> };

/** How many cards and chats of each board have marks for the person. */
export function useUnread(): ReadonlyMap<string, number> {
  const boards = useAsked<Counts>("/api/v1/marks")?.boards;
  return useMemo(() => new Map(Object.entries(boards ?? {})), [boards]);
}
