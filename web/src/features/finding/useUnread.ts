import { useAsked } from "./useAsked";

type Counts = { boards: Readonly<Record<string, number>> };
const NONE: ReadonlyMap<string, number> = new Map();
/** One map for one answer, also when the palette opens again. */
const maps = new WeakMap<Counts, ReadonlyMap<string, number>>();

function mapOf(counts: Counts): ReadonlyMap<string, number> {
  const known = maps.get(counts) ?? new Map(Object.entries(counts.boards));
  maps.set(counts, known);
  return known;
}

/** How many cards and chats of each board have marks for the person. */
export function useUnread(): ReadonlyMap<string, number> {
  const counts = useAsked<Counts>("/api/v1/marks");
  return counts ? mapOf(counts) : NONE;
}
