import { type RefObject, useLayoutEffect, useState } from "react";

/** How many of these widths an element is wider than; another number only when it gets past one. */
export function useRoom(place: RefObject<HTMLElement | null>, widths: readonly number[]): number {
  const [room, setRoom] = useState(widths.length);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const look = () => setRoom(widths.filter((width) => element.clientWidth > width).length);
    look();
    const watcher = new ResizeObserver(look);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [place, widths]);
  return room;
}
