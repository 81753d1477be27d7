import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { getDirection } from "../../../ui/page";
import { dayAt, dayNumber, placeOf, type Scale } from "./scale";

/** What of the timeline the screen shows: heights of rows, and days. Coarse, so that scrolling draws anew only now and then. */
export type View = { top: number; height: number; from: number; to: number };

const STEP_PX = 120;
/** Where today stands when one comes, as a share of the width. */
const LEAD = 0.25;

export type Scrolling = { view: View; toDay: (day: number) => void };

/** Follows the scroller. Zooming keeps the day that stands at the lead. */
export function useView(
  scroller: RefObject<HTMLElement | null>,
  scale: Scale,
  label: number,
  today: string,
): Scrolling {
  const [view, setView] = useState<View>({ top: 0, height: 0, from: scale.first, to: scale.first });
  const lead = useRef(dayNumber(today));
  const read = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    const along = Math.abs(box.scrollLeft);
    const width = box.clientWidth - label;
    lead.current = dayAt(scale, along + width * LEAD);
    const floor = (pixels: number) => Math.floor(pixels / STEP_PX) * STEP_PX;
    const next = {
      top: floor(box.scrollTop),
      height: box.clientHeight,
      from: dayAt(scale, floor(along)),
      to: dayAt(scale, floor(along + width) + STEP_PX) + 1,
    };
    setView((old) => (isSame(old, next) ? old : next));
  }, [scroller, scale, label]);
  const toDay = useCallback(
    (day: number) => {
      const box = scroller.current;
      if (!box) return;
      const along = Math.max(0, placeOf(scale, day) - (box.clientWidth - label) * LEAD);
      box.scrollLeft = getDirection() === "rtl" ? -along : along;
      read();
    },
    [scroller, scale, label, read],
  );
  useLayoutEffect(() => toDay(lead.current), [toDay]);
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    let frame = 0;
    const onScroll = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(read);
    };
    const watch = new ResizeObserver(onScroll);
    watch.observe(box);
    box.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      watch.disconnect();
      box.removeEventListener("scroll", onScroll);
    };
  }, [scroller, read]);
  return { view, toDay };
}

const isSame = (a: View, b: View) => a.top === b.top && a.height === b.height && a.from === b.from && a.to === b.to;
