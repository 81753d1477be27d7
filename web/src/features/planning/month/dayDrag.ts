import { type Ghost, makeGhost } from "../../cards/drag/ghost";
import { type Point, watchGesture } from "../../cards/drag/pointerGesture";

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
  onStart?: () => void;
  /** `from` is the day on which the card was taken; null where it was taken beside the days. */
  onDrop: (from: string | null, to: string) => void;
  onHold: () => void;
};

/** Follows one press on a card until it is let go over a day. */
export function watchDayDrag(down: PointerEvent, { target, source, onStart, onDrop, onHold }: DayPress): void {
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
      from = dayAt(start);
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

/** By the cells' places, not by what lies there: a bar over three days belongs to the cell of its first. */
function dayAt({ x, y }: Point): string | null {
  for (const cell of document.querySelectorAll<HTMLElement>("[data-day]")) {
    const box = cell.getBoundingClientRect();
    if (x >= box.left && x < box.right && y >= box.top && y < box.bottom) return cell.dataset.day ?? null;
  }
  return null;
}
