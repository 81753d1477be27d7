import { edgeSpeed } from "../cards/drag/edgeSpeed";
import { type Ghost, makeGhost } from "../cards/drag/ghost";
import { type Point, watchGesture } from "../cards/drag/pointerGesture";
import { type Neighbours, neighboursAt } from "../cards/drag/slots";
import type { ColumnDragStore } from "./columnDragStore";

type ColumnDragOptions = {
  store: ColumnDragStore;
  board: HTMLElement;
  columnId: string;
  /** Columns that may change places, in order: neither Completed nor Deleted. */
  movable: () => readonly string[];
  onMove: (place: Neighbours) => void;
};

export function watchColumnDrag(down: PointerEvent, column: HTMLElement, options: ColumnDragOptions): void {
  const { store, board, columnId, movable, onMove } = options;
  let ghost: Ghost | null = null;
  let frame = 0;
  let at: Point = { x: down.clientX, y: down.clientY };
  let place = -1;

  const tick = () => {
    ghost?.moveTo(at);
    const box = board.getBoundingClientRect();
    board.scrollLeft += edgeSpeed(at.x, box.left, box.right);
    const others = movable().filter((id) => id !== columnId);
    place = columnPlace(boxesOf(board, others), at.x, getComputedStyle(board).direction === "rtl");
    const isEnd = place >= others.length;
    store.set({
      columnId,
      beside: others[isEnd ? others.length - 1 : place] ?? null,
      side: isEnd ? "after" : "before",
    });
    frame = requestAnimationFrame(tick);
  };
  const end = () => {
    cancelAnimationFrame(frame);
    store.set(null);
    void ghost?.land(null);
  };
  watchGesture(down, {
    onStart: (start) => {
      at = start;
      ghost = makeGhost(column, start, "drag-ghost--column");
      frame = requestAnimationFrame(tick);
      return true;
    },
    onMove: (next) => {
      at = next;
    },
    onDrop: () => {
      end();
      if (place >= 0 && movable().indexOf(columnId) !== place) onMove(neighboursAt(movable(), columnId, place));
    },
    onCancel: end,
  });
}

/** Columns scrolled out of a long board are not there: they count as lying before or behind all that are. */
type Box = { left: number; width: number } | null;

function boxesOf(board: HTMLElement, ids: readonly string[]): Box[] {
  return ids.map((id) => board.querySelector<HTMLElement>(`[data-column="${id}"]`)?.getBoundingClientRect() ?? null);
}

/** The place among the other columns at this height of the screen's width. */
export function columnPlace(boxes: readonly Box[], x: number, isRtl: boolean): number {
  const passed = (box: Box) => box !== null && (isRtl ? box.left + box.width / 2 > x : box.left + box.width / 2 < x);
  const last = boxes.findLastIndex(passed);
  if (last >= 0) return last + 1;
  return Math.max(
    0,
    boxes.findIndex((box) => box !== null),
  );
}
