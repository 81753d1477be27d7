import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { useBoard } from "../boards/boardTools";
import type { DropList } from "../cards/drag/dragStore";
import { type Away, outOfSight } from "./outOfSight";

const NOTHING: Away = { above: 0, nextAbove: -1, below: 0, nextBelow: -1 };

/** The places of a list outside of what is in sight at which a wanted card stands. Renders anew when a number changes, not with every pixel. */
export function useOutOfSight(listId: string, places: readonly number[]): Away & { list: DropList | null } {
  const list = useList(listId);
  const last = useRef(NOTHING);
  const watch = useCallback((listener: () => void) => (list ? watchSight(list, listener) : () => undefined), [list]);
  const away = useSyncExternalStore(watch, () => {
    const now = list ? read(list, places) : NOTHING;
    if (!isSame(now, last.current)) last.current = now;
    return last.current;
  });
  return useMemo(() => ({ ...away, list }), [away, list]);
}

/** The list as its cards have registered it; zoomed, it is another. */
function useList(listId: string): DropList | null {
  const { drag, isLines } = useBoard();
  const [list, setList] = useState<DropList | null>(() => drag.lists.get(listId) ?? null);
  useEffect(() => {
    void isLines;
    setList(drag.lists.get(listId) ?? null);
  }, [drag, listId, isLines]);
  return list;
}

function read(list: DropList, places: readonly number[]): Away {
  const { start, size } = list.sight();
  return outOfSight(places, list.spans(), start, start + size);
}

/** Scrolling, another height of the list or of what shows it. */
function watchSight({ scroller, list }: DropList, listener: () => void): () => void {
  const sizes = new ResizeObserver(listener);
  sizes.observe(scroller);
  sizes.observe(list);
  scroller.addEventListener("scroll", listener, { passive: true });
  return () => {
    sizes.disconnect();
    scroller.removeEventListener("scroll", listener);
  };
}

const isSame = (one: Away, other: Away) => (Object.keys(one) as (keyof Away)[]).every((key) => one[key] === other[key]);
