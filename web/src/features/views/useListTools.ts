import { useMemo, useRef } from "react";
import type { ListTools, RowTools } from "./listTools";
import { useViewActs } from "./useViewActs";

/** The tools of a list, and of these what rows need, in an object that stays the same. */
export function useListTools(parts: Omit<ListTools, "acts">): [ListTools, RowTools] {
  const acts = useViewActs(parts.boards, parts.reader);
  const tools = { ...parts, acts };
  const now = useRef(tools);
  now.current = tools;
  const { view, reader } = parts;
  const { locale } = reader;
  const { zone } = reader.clock;
  const rows = useMemo<RowTools>(
    () => ({
      ...{ view, zone, locale },
      openCard: (card) => now.current.openCard(card),
      showMenu: (place) => now.current.showMenu(place),
      complete: (card) => now.current.acts.complete(card),
    }),
    [view, zone, locale],
  );
  return [tools, rows];
}
