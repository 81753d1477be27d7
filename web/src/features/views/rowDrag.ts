/** Carrying a row by pointer; fetched at the first press. */
// Where the looks of what is carried stand.
import "../cards/CardFace.css";
import { edgeSpeed } from "../cards/drag/edgeSpeed";
import { type Ghost, makeGhost } from "../cards/drag/ghost";
import { type Point, watchGesture } from "../cards/drag/pointerGesture";
import type { RowDrag } from "./rowDragStore";

type Press = {
  drag: RowDrag;
  row: HTMLElement;
  cardId: string;
  from: string;
  scroller: HTMLElement;
  onDrop: (bucket: string) => void;
};

/** Follows one press on a row until it is let go; the buckets that take it carry `data-drop`. */
export function watchRowDrag(down: PointerEvent, { drag, row, cardId, from, scroller, onDrop }: Press): void {
  let ghost: Ghost | null = null;
  let at: Point = { x: 0, y: 0 };
  let frame = 0;
  const tick = () => {
    ghost?.moveTo(at);
    const box = scroller.getBoundingClientRect();
    scroller.scrollTop += edgeSpeed(at.y, box.top, box.bottom);
    drag.aim(bucketAt(at));
    frame = requestAnimationFrame(tick);
  };
  const end = (place: DOMRect | null) => {
    cancelAnimationFrame(frame);
    drag.set(null);
    void ghost?.land(place);
  };
  watchGesture(down, {
    onStart: (start) => {
      // Somebody may have taken the row away while the finger waited.
      if (!row.isConnected) return false;
      at = start;
      ghost = makeGhost(row, start, "drag-ghost--row");
      getSelection()?.removeAllRanges();
      drag.set({ cardId, from, over: null, by: "pointer" });
      frame = requestAnimationFrame(tick);
      return true;
    },
    onMove: (next) => {
      at = next;
    },
    onDrop: () => {
      const bucket = bucketAt(at);
      end(bucket ? null : row.getBoundingClientRect());
      if (bucket && bucket !== from) onDrop(bucket);
    },
    onCancel: () => end(row.isConnected ? row.getBoundingClientRect() : null),
  });
}

function bucketAt({ x, y }: Point): string | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const bucket = element.closest<HTMLElement>("[data-drop]");
    if (bucket) return bucket.dataset.drop ?? null;
  }
  return null;
}
