/**
 * One press that may become a drag: after 5 px with a mouse or pen, after 220 ms of holding still with a finger, so that scrolling never
 * drags. The browser's own drag is not used: it drops frames while scrolling and fails on Android.
 */
export type Point = { x: number; y: number };
export type Gesture = {
  /** The press became a drag. Answer false to let it be. */
  onStart: (at: Point) => boolean;
  onMove: (at: Point) => void;
  onDrop: () => void;
  onCancel: () => void;
  /** A finger held still and let go, in place of a drop. */
  onHold?: () => void;
};

const MOUSE_THRESHOLD_PX = 5;
const LONG_PRESS_MS = 220;
const TOUCH_SLACK_PX = 10;

export function watchGesture(down: PointerEvent, gesture: Gesture): () => void {
  const start = { x: down.clientX, y: down.clientY };
  const isTouch = down.pointerType === "touch";
  const listening = new AbortController();
  const options = { signal: listening.signal };
  let isDragging = false;
  let hasMoved = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const end = () => {
    clearTimeout(timer);
    listening.abort();
  };
  const begin = (at: Point) => {
    if (!gesture.onStart(at)) return end();
    isDragging = true;
    document.documentElement.classList.add("is-dragging");
  };
  const finish = (isDrop: boolean) => {
    end();
    document.documentElement.classList.remove("is-dragging");
    if (!isDragging) return;
    if (isDrop && isTouch && !hasMoved && gesture.onHold) gesture.onHold();
    else if (isDrop) gesture.onDrop();
    else gesture.onCancel();
    swallowClick();
  };

  if (isTouch) timer = setTimeout(() => begin(start), LONG_PRESS_MS);
  const move = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId) return;
    const at = { x: event.clientX, y: event.clientY };
    const far = Math.hypot(at.x - start.x, at.y - start.y);
    hasMoved ||= far > TOUCH_SLACK_PX;
    if (isDragging) return gesture.onMove(at);
    if (isTouch) {
      if (far > TOUCH_SLACK_PX) end();
    } else if (far > MOUSE_THRESHOLD_PX) begin(at);
  };
  window.addEventListener("pointermove", move, options);
  window.addEventListener("pointerup", (event) => event.pointerId === down.pointerId && finish(true), options);
  window.addEventListener("pointercancel", (event) => event.pointerId === down.pointerId && finish(false), options);
  window.addEventListener("blur", () => finish(false), options);
  window.addEventListener("contextmenu", (event) => isTouch && event.preventDefault(), options);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !isDragging) return;
    event.preventDefault();
    event.stopPropagation();
    finish(false);
  };
  window.addEventListener("keydown", onKeyDown, { ...options, capture: true });
  return () => finish(false);
}

/** The click that ends a drag opens nothing. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", swallow, { capture: true }), 0);
}
