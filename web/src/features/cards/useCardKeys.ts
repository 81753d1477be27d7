import { type KeyboardEvent, useCallback, useEffect } from "react";
import type { BoardTools } from "../boards/boardTools";
import { handleCardKey, handleStrayKey } from "./cardKeys";

/** The keyboard on the board; the board's container takes the handler. Part of the board's own script, so that no first key is lost. */
export function useCardKeys(board: BoardTools): (event: KeyboardEvent) => void {
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => handleStrayKey(board, event);
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [board]);
  return useCallback((event: KeyboardEvent) => handleCardKey(board, event), [board]);
}
