import type { Point } from "./pointerGesture";

/** The copy of a thing that follows the pointer. It is moved by transform only. */
export type Ghost = {
  moveTo: (at: Point) => void;
  box: () => DOMRect;
  height: number;
  land: (place: DOMRect | null) => Promise<void>;
};

const LAND_MS = 140;

/** `count`: how many things the copy stands for. */
export function makeGhost(source: HTMLElement, grabbed: Point, className: string, count = 1): Ghost {
  const box = source.getBoundingClientRect();
  const element = document.createElement("div");
  element.className = `drag-ghost ${className}`;
  element.setAttribute("aria-hidden", "true");
  element.style.inlineSize = `${box.width}px`;
  element.style.blockSize = `${box.height}px`;
  const copy = source.cloneNode(true) as HTMLElement;
  for (const named of [copy, ...copy.querySelectorAll<HTMLElement>("[id]")]) named.removeAttribute("id");
  copy.removeAttribute("style");
  element.append(copy);
  if (count > 1) {
    element.classList.add("drag-ghost--many");
    const badge = document.createElement("span");
    badge.className = "drag-ghost__count figures";
    badge.textContent = String(count);
    element.append(badge);
  }
  document.body.append(element);
  const put = (left: number, top: number) => {
    element.style.transform = `translate3d(${left}px, ${top}px, 0)`;
  };
  put(box.left, box.top);
  return {
    height: box.height,
    moveTo: (at) => put(box.left + at.x - grabbed.x, box.top + at.y - grabbed.y),
    box: () => element.getBoundingClientRect(),
    land: async (place) => {
      const isCalm = !matchMedia("(prefers-reduced-motion: reduce)").matches;
      if (place && isCalm) {
        element.classList.add("drag-ghost--landing");
        put(place.left, place.top);
        await new Promise((resolve) => setTimeout(resolve, LAND_MS));
      }
      element.remove();
    },
  };
}
