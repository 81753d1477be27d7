import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import { lookAtCounts } from "../marks/boardCounts";
import { useSeen } from "./useLive";
import type { Reader } from "./useReader";
import { viewPath } from "./viewData";
import { viewAt } from "./viewStore";

const NONE: ReadonlySet<string> = new Set();

/** The cards that others have changed since the reader looked, the newest some hundred; asked for when `count` changes. */
export function useMarked({ clock }: Reader, count: number): ReadonlySet<string> {
  const view = viewAt(viewPath({ name: "new", isMine: false }, clock.zone, clock.weekStart));
  const { answer } = useSyncExternalStore(view.subscribe, view.read);
  useSeen(
    useCallback(() => {
      lookAtCounts();
      if (view.state.answer) view.question.soon();
    }, [view]),
  );
  useEffect(() => {
    if (count > 0 || view.state.answer) view.question.soon();
  }, [view, count]);
  const ids = answer?.buckets.flatMap(({ cards }) => cards.map(({ id }) => id)).join(" ") ?? "";
  return useMemo(() => (ids && count ? new Set(ids.split(" ")) : NONE), [ids, count]);
}
