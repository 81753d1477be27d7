import { getDirection } from "../../../ui/page";
import { edgeSpeed } from "../../cards/drag/edgeSpeed";
import { type Point, watchGesture } from "../../cards/drag/pointerGesture";
import { type Bar, type BarPart, movedBar } from "./bars";

/** The bar that is being dragged, outside React: a moving pointer draws that bar again and nothing else. */
export class BarDrag {
  private state: { card: string; bar: Bar } | null = null;
  private readonly listeners = new Set<() => void>();

  /** Which card's bar is being carried, and where to. */
  now = () => this.state;

  /** Where a card's bar is being carried to; the same object while it is the same. */
  of = (card: string): Bar | null => (this.state?.card === card ? this.state.bar : null);

  set(card: string, bar: Bar): void {
    const now = this.of(card);
    if (now?.start === bar.start && now.due === bar.due) return;
    this.state = { card, bar };
    this.tell();
  }

  clear(): void {
    this.state = null;
    this.tell();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

type BarPress = {
  drag: BarDrag;
  card: string;
  part: BarPart;
  /** As it was when it was taken: what others do meanwhile does not move it under the hand. */
  bar: Bar;
  scroller: HTMLElement;
  dayAtPoint: (x: number) => number;
  onDrop: (bar: Bar) => void;
  onHold: () => void;
};

/** Follows one press on a bar, or on an end of it, until it is let go. */
export function watchBarDrag(down: PointerEvent, press: BarPress): void {
  const { drag, card, part, bar, scroller, dayAtPoint } = press;
  let at: Point = { x: down.clientX, y: down.clientY };
  let from = 0;
  let frame = 0;
  const moved = () => movedBar(bar, part, dayAtPoint(at.x) - from);
  const follow = () => {
    scrollAtEdges(scroller, at);
    drag.set(card, moved());
    frame = requestAnimationFrame(follow);
  };
  const end = () => {
    cancelAnimationFrame(frame);
    drag.clear();
  };
  watchGesture(down, {
    onStart: (start) => {
      at = start;
      // Where it was pressed, not where the press became a drag some pixels on.
      from = dayAtPoint(down.clientX);
      getSelection()?.removeAllRanges();
      frame = requestAnimationFrame(follow);
      return true;
    },
    onMove: (next) => {
      at = next;
    },
    onDrop: () => {
      const dropped = moved();
      end();
      press.onDrop(dropped);
    },
    onCancel: end,
    onHold: () => {
      end();
      press.onHold();
    },
  });
}

/** Days further on come in sight while something is held at the edge. */
export function scrollAtEdges(scroller: HTMLElement, at: Point): void {
  const box = scroller.getBoundingClientRect();
  scroller.scrollLeft += edgeSpeed(at.x, box.left, box.right);
}

/** How far along the line of reading a point of the page lies from the start of an element. */
export function placeAlong(element: Element, x: number): number {
  const box = element.getBoundingClientRect();
  return getDirection() === "rtl" ? box.right - x : x - box.left;
}
