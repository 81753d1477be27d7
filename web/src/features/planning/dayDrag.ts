import { type Ghost, makeGhost } from "../cards/drag/ghost";
import { type Point, watchGesture } from "../cards/drag/pointerGesture";

/** The day under what is being dragged or carried, outside React: only the cells it leaves and enters are drawn again. */
export class DayTarget {
  day: string | null = null;
  private readonly listeners = new Set<() => void>();

  set(day: string | null): void {
    if (day === this.day) return;
    this.day = day;
    for (const listener of this.listeners) listener();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

type DayPress = {
  target: DayTarget;
  source: HTMLElement;
  /** The day under a point of the page. */
  dayAt: (at: Point) => string | null;
  onStart?: () => void;
  /** `from` is the day on which the card was taken; null where it was taken beside the days. */
  onDrop: (from: string | null, to: string) => void;
  onHold: () => void;
};

/** Follows one press on a card until it is let go over a day. */
export function watchDayDrag(down: PointerEvent, { target, source, dayAt, onStart, onDrop, onHold }: DayPress): void {
  let ghost: Ghost | null = null;
  let at: Point = { x: down.clientX, y: down.clientY };
  let from: string | null = null;
  let frame = 0;
  const follow = () => {
    ghost?.moveTo(at);
    target.set(dayAt(at));
    frame = requestAnimationFrame(follow);
  };
  const end = () => {
    cancelAnimationFrame(frame);
    target.set(null);
    void ghost?.land(null);
  };
  watchGesture(down, {
    onStart: (start) => {
      if (!source.isConnected) return false;
      at = start;
      // Where it was pressed, not where the press became a drag some pixels on.
      from = dayAt({ x: down.clientX, y: down.clientY });
      ghost = makeGhost(source, start, "drag-ghost--card");
      getSelection()?.removeAllRanges();
      onStart?.();
      frame = requestAnimationFrame(follow);
      return true;
    },
    onMove: (next) => {
      at = next;
    },
    onDrop: () => {
      const to = dayAt(at);
      end();
      if (to) onDrop(from, to);
    },
    onCancel: end,
    onHold: () => {
      end();
      onHold();
    },
  });
}
