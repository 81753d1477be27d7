import { useSyncExternalStore } from "react";
import { keepTyping, takeTyped } from "./earlyKeys";

/** Whether the palette is open, and what had the focus when it was asked for: commands for “this task” mean that. */
let isOpen = false;
let from: Element | null = null;
const listeners = new Set<() => void>();

function set(next: boolean, element: Element | null): void {
  isOpen = next;
  from = element;
  for (const listener of listeners) listener();
}

export function openPalette(): void {
  if (isOpen) return;
  keepTyping(closePalette);
  set(true, document.activeElement);
}
export function closePalette(): void {
  takeTyped();
  set(false, null);
}

/** Null while the palette is closed. */
export const paletteFrom = (): Element | null => from;

export function usePaletteOpen(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isOpen,
  );
}
