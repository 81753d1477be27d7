import { type FocusEvent, type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { linksIn } from "./useRowKeys";

const BACK_MS = 100;

const rowOf = (element: Element | null) => element?.closest<HTMLElement>("[data-row]") ?? null;

/**
 * One stop of the Tab key in the list, and a focus that is never lost: it goes with a row to another bucket, and from a row that has
 * left to the one that took its place.
 */
export function useRowFocus(list: RefObject<HTMLElement | null>, isFree: boolean) {
  const [active, setActive] = useState<string | null>(null);
  const last = useRef<{ cardId: string; at: number } | null>(null);
  const onFocus = (event: FocusEvent) => {
    const row = rowOf(event.target);
    if (!row?.dataset.row || !list.current) return;
    const at = linksIn(list.current).findIndex((link) => row.contains(link));
    last.current = { cardId: row.dataset.row, at };
    setActive(row.dataset.row);
  };
  const onBlur = (event: FocusEvent) => {
    // Gone to something else, which is neither lost with its row nor in a menu over it.
    const next = event.relatedTarget;
    if (next && !next.closest("[role=menu], [role=dialog]")) last.current = null;
  };
  const find = useCallback(() => {
    const { current: lost } = last;
    if (!lost || !list.current || document.activeElement !== document.body) return;
    const links = linksIn(list.current);
    const same = links.find((link) => rowOf(link)?.dataset.row === lost.cardId);
    (same ?? links[Math.min(lost.at, links.length - 1)])?.focus({ preventScroll: same !== undefined });
  }, [list]);
  useLayoutEffect(() => {
    if (isFree) find();
  });
  useEffect(() => {
    // A menu or a dialog that closes gives the focus back a little later, where there still is somebody to take it.
    const timer = isFree ? setTimeout(find, BACK_MS) : undefined;
    return () => clearTimeout(timer);
  }, [isFree, find]);
  return { active, onFocus, onBlur };
}
