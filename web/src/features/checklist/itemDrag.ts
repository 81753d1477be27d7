import { edgeSpeed } from "../cards/drag/edgeSpeed";
import { watchGesture } from "../cards/drag/pointerGesture";
import { type Neighbours, neighboursAt, shiftOf, slotAt } from "../cards/drag/slots";

type Lines = {
  scroller: HTMLElement;
  list: HTMLElement;
  /** The items on the screen, in order. */
  ids: () => readonly string[];
  onMove: (itemId: string, place: Neighbours) => void;
};

const GRABBED = "item--carried";

/**
 * A press on a line that may carry it to another place. Lines move by transform alone and React hears of it only at the end, so that a
 * list of hundreds follows the pointer; `offsetTop` tells where a line stands without its transform.
 */
export function watchItemDrag(down: PointerEvent, line: HTMLElement, { scroller, list, ids, onMove }: Lines): void {
  const itemId = line.dataset.item as string;
  const start = { y: down.clientY, scroll: scroller.scrollTop };
  const moved = new Set<HTMLElement>();
  let y = down.clientY;
  let place = { from: -1, to: -1 };
  let frame = 0;

  const put = (element: HTMLElement, by: number) => {
    const transform = by ? `translateY(${by}px)` : "";
    if (element.style.transform === transform) return;
    element.style.transform = transform;
    moved.add(element);
  };
  const tick = () => {
    const box = scroller.getBoundingClientRect();
    scroller.scrollTop += edgeSpeed(y, box.top, box.bottom);
    const by = y - start.y + scroller.scrollTop - start.scroll;
    const lines = linesOf(list, ids());
    const from = lines.indexOf(line);
    const spans = lines.map((one) => ({ start: one.offsetTop, size: one.offsetHeight }));
    // By its upper edge: lines make way when it has covered half of them, upwards as downwards.
    const to = slotAt(spans, line.offsetTop + by, from);
    place = { from, to };
    for (const [at, one] of lines.entries()) put(one, one === line ? by : shiftOf(at, from, to) * line.offsetHeight);
    frame = requestAnimationFrame(tick);
  };
  const settle = () => {
    for (const element of moved) element.style.transform = "";
    line.classList.remove(GRABBED);
  };
  watchGesture(down, {
    onStart: () => {
      if (!line.isConnected) return false;
      line.classList.add(GRABBED);
      frame = requestAnimationFrame(tick);
      return true;
    },
    onMove: (at) => {
      y = at.y;
    },
    onDrop: () => {
      cancelAnimationFrame(frame);
      const { from, to } = place;
      if (from >= 0 && from !== to && line.isConnected) onMove(itemId, neighboursAt(ids(), itemId, to));
      // The new order is drawn in the coming frame, before this runs: no line jumps back for a moment.
      requestAnimationFrame(settle);
    },
    onCancel: () => {
      cancelAnimationFrame(frame);
      settle();
    },
  });
}

function linesOf(list: HTMLElement, ids: readonly string[]): HTMLElement[] {
  const byId = new Map<string | undefined, HTMLElement>();
  for (const line of list.querySelectorAll<HTMLElement>("[data-item]")) byId.set(line.dataset.item, line);
  return ids.flatMap((id) => byId.get(id) ?? []);
}
