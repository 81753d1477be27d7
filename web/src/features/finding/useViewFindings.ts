import { useLingui } from "@lingui/react/macro";
import { useRouter } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import type { SavedFilterRow } from "../../contracts/rows";
import { useScope, useTable } from "../../sync/hooks";
import type { Finding } from "../../ui/findIn";
import { useReader } from "../views/useReader";
import { useViewCounts } from "../views/viewCounts";
import { VIEWS } from "../views/viewData";
import { viewWords } from "../views/viewWords";
import { countBadge } from "./CountBadge";

/** The five views over all boards, and the person's own. */
export function useViewFindings(): readonly Finding[] {
  const { t } = useLingui();
  const { history } = useRouter();
  const reader = useReader();
  const counts = useViewCounts(reader);
  useScope(`person:${reader.me}`);
  const own = useTable(
    "saved_filters",
    useCallback((row: SavedFilterRow) => row.is_view, []),
  );
  return useMemo(() => {
    const to = (name: string) => () => history.push(`/views/${name}`);
    const five: Finding[] = VIEWS.map((name) => ({
      ...{ id: `view/${name}`, label: viewWords[name].title(), icon: viewWords[name].icon },
      ...{ group: t`Views`, badge: countBadge(counts[name]), run: to(name) },
    }));
    const mine: Finding[] = [...own]
      .sort((a, b) => a.name.localeCompare(b.name))
      .map(({ id, name }) => ({ id: `view/${id}`, label: name, icon: "filter", group: t`Views`, run: to(id) }));
    return [...five, ...mine];
  }, [t, history, counts, own]);
}
