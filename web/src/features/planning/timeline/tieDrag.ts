import { edgeSpeed } from "../../cards/drag/edgeSpeed";
import { type Point, watchGesture } from "../../cards/drag/pointerGesture";
import { placeAlong, scrollAtEdges } from "./barDrag";

/** The end of a bar from which a line is drawn: from its due end to one that waits for it, from its start to one it waits for. */
export type TieEnd = "start" | "due";
type Line = { x1: number; y1: number; x2: number; y2: number };

/** A line that is being drawn from one bar to another, outside React. */
export class TieDrag {
  private drawn: Line | null = null;
  private over: string | null = null;
  private readonly listeners = new Set<() => void>();

  line = (): Line | null => this.drawn;

  /** Whether it would be let go on this card. */
  isOver = (card: string): boolean => this.over === card;

  set(line: Line | null, over: string | null): void {
    this.drawn = line;
    this.over = over;
    for (const listener of this.listeners) listener();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

type TiePress = {
  tie: TieDrag;
  card: string;
  end: TieEnd;
  /** Where the line begins, among the rows. */
  from: { x: number; y: number };
  scroller: HTMLElement;
  /** What has the place of the rows, from the first day on. */
  layer: Element;
  onDrop: (other: string) => void;
};

/** Follows one press on the dot beside a bar until it is let go on another row. */
export function watchTieDrag(down: PointerEvent, { tie, card, end, from, scroller, layer, onDrop }: TiePress): void {
  let at: Point = { x: down.clientX, y: down.clientY };
  let frame = 0;
  const over = () => {
    const row = document.elementFromPoint(at.x, at.y)?.closest<HTMLElement>(".timeline__row");
    const other = row?.dataset.card;
    return other && other !== card ? other : null;
  };
  const follow = () => {
    scrollAtEdges(scroller, at);
    const box = scroller.getBoundingClientRect();
    scroller.scrollTop += edgeSpeed(at.y, box.top, box.bottom);
    const to = { x: placeAlong(layer, at.x), y: at.y - layer.getBoundingClientRect().top };
    const [a, b] = end === "due" ? [from, to] : [to, from];
    tie.set({ x1: a.x, y1: a.y, x2: b.x, y2: b.y }, over());
    frame = requestAnimationFrame(follow);
  };
  const stop = () => {
    cancelAnimationFrame(frame);
    tie.set(null, null);
  };
  watchGesture(down, {
    onStart: (start) => {
      at = start;
      getSelection()?.removeAllRanges();
      frame = requestAnimationFrame(follow);
      return true;
    },
    onMove: (next) => {
      at = next;
    },
    onDrop: () => {
      const other = over();
      stop();
      if (other) onDrop(other);
    },
    onCancel: stop,
  });
}
