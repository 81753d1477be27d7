import { useLingui } from "@lingui/react/macro";
import { useRouter } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Finding } from "../../ui/findIn";
import { VIEWS, type ViewCounts } from "../views/viewData";
import { viewWords } from "../views/viewWords";
import { countBadge } from "./CountBadge";
import { useAsked } from "./useAsked";

/** The five views over all boards, and the person's own. */
export function useViewFindings(): readonly Finding[] {
  const { t } = useLingui();
  const { history } = useRouter();
  const counts = useAsked<ViewCounts>("/api/v1/views")?.counts;
  return useMemo(
    () =>
      VIEWS.map((id) => ({
        ...{ id: `view/${id}`, label: viewWords[id].title(), icon: viewWords[id].icon },
        ...{ group: t`Views`, badge: countBadge(counts?.[id]) },
        run: () => history.push(`/views/${id}`),
      })),
    [t, history, counts],
  );
}
