import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import type { Place, PlaceWords } from "./place";

type Search = { [word in keyof PlaceWords]?: string | undefined };

/** The place as the page's address says it: the tab of the open card, the board's panel and settings. */
export function useAddressPlace(): Place {
  const { tab = null, settings = null, panel = null, plan = null } = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const go = useCallback(
    (change: Partial<PlaceWords>, isReplacing = false) => {
      const words = Object.fromEntries(Object.entries(change).map(([name, word]) => [name, word ?? undefined]));
      const search = (old: Search) => ({ ...old, ...words });
      void navigate({ to: ".", search, replace: isReplacing, resetScroll: false });
    },
    [navigate],
  );
  return useMemo(() => ({ tab, settings, panel, plan, go }), [tab, settings, panel, plan, go]);
}
