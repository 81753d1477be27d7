import { type PointerEvent, type RefObject, useEffect, useRef } from "react";
import type { Neighbours } from "../cards/drag/slots";
import { keepTouchFromScrolling } from "../cards/drag/touchScroll";
import { watchItemDrag } from "./itemDrag";

type Options = {
  scroller: RefObject<HTMLElement | null>;
  list: RefObject<HTMLElement | null>;
  shown: readonly string[];
  isFrozen: boolean;
  onMove: (itemId: string, place: Neighbours) => void;
};

/** Turns a press on a line into its being carried: with a mouse at once, with a finger held still, so that scrolling never drags. */
export function useItemDrag({ scroller, list, shown, isFrozen, onMove }: Options) {
  const ids = useRef(shown);
  ids.current = shown;
  useEffect(() => (list.current ? keepTouchFromScrolling(list.current) : undefined), [list]);
  return (event: PointerEvent) => {
    const target = event.target as HTMLElement;
    const line = target.closest<HTMLElement>("[data-item]");
    if (!line || isFrozen || event.button !== 0 || !event.isPrimary || target.closest("[data-no-drag]")) return;
    if (!scroller.current || !list.current) return;
    watchItemDrag(event.nativeEvent, line, {
      scroller: scroller.current,
      list: list.current,
      ids: () => ids.current,
      onMove,
    });
  };
}
