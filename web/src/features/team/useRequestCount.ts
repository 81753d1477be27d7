import { useCallback } from "react";
import type { TeamRequestRow } from "../../contracts/rows";
import { useScope, useTable } from "../../sync/hooks";
import type { BoardTools } from "../boards/boardTools";

/** How many requests wait for a board admin's answer; none for all others, who do not get them. */
export function useRequestCount({ boardId, rights }: BoardTools): number {
  useScope(rights.canManage ? `desk:${boardId}` : null);
  return useTable(
    "team_requests",
    useCallback((row: TeamRequestRow) => row.board_id === boardId, [boardId]),
  ).length;
}
