import { type RefObject, useEffect, useRef } from "react";
import { usePlace } from "../boards/place";

/** A board that scrolls so soon after a gesture was scrolled by it. */
const GESTURE_MS = 1_000;
const GESTURES = ["wheel", "touchmove", "pointerdown", "keydown"] as const;
const LISTEN = { capture: true, passive: true };

/** Calls back when the person goes a way of their own: Escape, another card, another look at the board, a hand that scrolls it. */
export function useOwnWays(
  cardId: string | null,
  person: string | null,
  isOwnCard: (cardId: string | null) => boolean,
  scrolling: RefObject<number>,
  onOwn: () => void,
): void {
  // The open card's tab and the panel beside the board lead nowhere else.
  const { tab: _tab, panel: _panel, go: _go, ...place } = usePlace();
  const look = JSON.stringify(place);
  const before = useRef({ person, look });
  useEffect(() => {
    const isSame = before.current.person !== person || before.current.look === look;
    before.current = { person, look };
    if (person && !isSame) onOwn();
  }, [person, look, onOwn]);
  useEffect(() => {
    if (person && isOwnCard(cardId)) onOwn();
  }, [person, cardId, isOwnCard, onOwn]);
  useEffect(() => (person ? listen(scrolling, onOwn) : undefined), [person, scrolling, onOwn]);
}

function listen(scrolling: RefObject<number>, onOwn: () => void): () => void {
  let gestureAt = 0;
  const onGesture = () => {
    gestureAt = Date.now();
  };
  const onScroll = ({ target }: Event) => {
    const now = Date.now();
    const isBoard = target instanceof Element && target.matches(".board");
    if (isBoard && now > scrolling.current && now - gestureAt < GESTURE_MS) onOwn();
  };
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.isComposing || isInHand(event.target)) return;
    // Before the open card hears of it: the first Escape ends the following, the second closes the card.
    event.preventDefault();
    event.stopImmediatePropagation();
    onOwn();
  };
  for (const name of GESTURES) addEventListener(name, onGesture, LISTEN);
  addEventListener("scroll", onScroll, LISTEN);
  addEventListener("keydown", onEscape, { capture: true });
  return () => {
    for (const name of GESTURES) removeEventListener(name, onGesture, LISTEN);
    removeEventListener("scroll", onScroll, LISTEN);
    removeEventListener("keydown", onEscape, { capture: true });
  };
}

/** Where Escape has a nearer meaning: a field, a menu, a drag by keys. */
function isInHand(target: EventTarget | null): boolean {
  if (document.querySelector("[role=menu], [role=listbox], .popover, .is-dragging, .dialog:not(.dialog--sheet)"))
    return true;
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable=true]") !== null;
}
