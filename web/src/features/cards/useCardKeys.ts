import { type KeyboardEvent, useCallback, useEffect, useRef } from "react";
import type { BoardTools } from "../boards/boardTools";
import type * as CardKeys from "./cardKeys";

/** The keyboard on the board; the board's container takes the handler. Fetched as soon as the board stands. */
export function useCardKeys(board: BoardTools): (event: KeyboardEvent) => void {
  const keys = useRef<typeof CardKeys>(undefined);
  useEffect(() => {
    void import("./cardKeys").then((module) => {
      keys.current = module;
    });
  }, []);
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => keys.current?.handleStrayKey(board, event);
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [board]);
  return useCallback((event: KeyboardEvent) => keys.current?.handleCardKey(board, event), [board]);
}
