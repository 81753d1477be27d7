import { type KeyboardEvent, useCallback, useEffect, useRef } from "react";
import type { BoardTools } from "../boards/boardTools";
import type { handleCardKey } from "./cardKeys";

/** The keyboard on the board; the board's container takes the handler. Fetched as soon as the board stands. */
export function useCardKeys(board: BoardTools): (event: KeyboardEvent) => void {
  const handle = useRef<typeof handleCardKey>(undefined);
  useEffect(() => {
    void import("./cardKeys").then((module) => {
      handle.current = module.handleCardKey;
    });
  }, []);
  return useCallback((event: KeyboardEvent) => handle.current?.(board, event), [board]);
}
