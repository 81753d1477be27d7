/** A finger that drags must not scroll; the listener has to stand before the finger comes down. */
export function keepTouchFromScrolling(element: HTMLElement): () => void {
  const prevent = (event: TouchEvent) => {
    if (document.documentElement.classList.contains("is-dragging") && event.cancelable) event.preventDefault();
  };
  element.addEventListener("touchmove", prevent, { passive: false });
  return () => element.removeEventListener("touchmove", prevent);
}
