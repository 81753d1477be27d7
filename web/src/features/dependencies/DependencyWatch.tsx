import { useCallback } from "react";
import type { DependencyRow } from "../../contracts/rows";
import { useTable } from "../../sync/hooks";
import { useBoard } from "../boards/boardTools";
import { useElsewhereOf } from "./elsewhere";

/** Keeps at hand the cards of other boards that this board's cards are tied to. Whoever only holds the link is told none. */
export function DependencyWatch() {
  const { boardId, personId } = useBoard();
  const ties = useTable(
    "dependencies",
    useCallback((row: DependencyRow) => personId !== null && row.board_id === boardId, [boardId, personId]),
  );
  useElsewhereOf(boardId, ties);
  return null;
}
