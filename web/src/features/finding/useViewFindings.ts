import { useLingui } from "@lingui/react/macro";
import { useRouter } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import type { SavedFilterRow } from "../../contracts/rows";
import { useScope, useTable } from "../../sync/hooks";
import type { Finding } from "../../ui/findIn";
import { useReader } from "../views/useReader";
import { useViewCounts } from "../views/viewCounts";
import { VIEWS, type ViewCounts } from "../views/viewData";
import { viewWords } from "../views/viewWords";
import { countBadge } from "./CountBadge";

const sumOf = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);

/** The five views over all boards, and the person's own. `unread`: how much is new on each board, which on a board nobody else asks. */
export function useViewFindings(unread: ReadonlyMap<string, number>): readonly Finding[] {
  const { t } = useLingui();
  const { history } = useRouter();
  const reader = useReader();
  const counted = useViewCounts(reader);
  const counts: ViewCounts["counts"] = useMemo(() => ({ ...counted, new: sumOf(unread) }), [counted, unread]);
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
