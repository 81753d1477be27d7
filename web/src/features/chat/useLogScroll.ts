import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";

/** This near to the end counts as at the end. */
const NEAR_END = 48;

export type LogScroll = {
  box: RefObject<HTMLDivElement | null>;
  isAtEnd: boolean;
  onScroll: () => void;
  toEnd: () => void;
};

/**
 * A list that grows at both ends. At its end it stays there while more is said; anywhere else what is on the screen stays where it is,
 * also when earlier messages arrive above it. It opens where the unread ones begin.
 */
export function useLogScroll(firstId: string | undefined, isShown: boolean): LogScroll {
  const box = useRef<HTMLDivElement>(null);
  const was = useRef({ firstId, height: 0, isAtEnd: true, isOpen: false });
  const [isAtEnd, setAtEnd] = useState(true);

  const settle = useCallback(() => {
    const { current: list } = box;
    if (!list) return;
    if (was.current.isAtEnd) list.scrollTop = list.scrollHeight;
    was.current.height = list.scrollHeight;
  }, []);

  const onScroll = useCallback(() => {
    const { current: list } = box;
    if (!list || !was.current.isOpen) return;
    was.current.isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_END;
    setAtEnd(was.current.isAtEnd);
  }, []);

  useLayoutEffect(() => {
    const { current: list } = box;
    if (!list || !isShown) return;
    if (!was.current.isOpen) {
      was.current.isOpen = true;
      const line = list.querySelector<HTMLElement>("[data-new-line]");
      if (line) {
        list.scrollTop = line.offsetTop - list.clientHeight / 4;
        onScroll();
      }
    } else if (was.current.firstId !== firstId && !was.current.isAtEnd) {
      list.scrollTop += list.scrollHeight - was.current.height;
    }
    was.current.firstId = firstId;
    settle();
  });

  // Texts are laid out a moment after they are there, and the box shrinks when the field below it grows.
  useEffect(() => {
    const { current: list } = box;
    if (!list || !isShown || typeof ResizeObserver === "undefined") return;
    const sizes = new ResizeObserver(settle);
    sizes.observe(list);
    if (list.firstElementChild) sizes.observe(list.firstElementChild);
    return () => sizes.disconnect();
  }, [settle, isShown]);

  const toEnd = useCallback(() => {
    was.current.isAtEnd = true;
    setAtEnd(true);
    settle();
  }, [settle]);
  return { box, isAtEnd, onScroll, toEnd };
}
