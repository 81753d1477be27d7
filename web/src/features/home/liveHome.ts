import { useEffect, useMemo } from "react";
import type { BoardPrefRow, BoardPrivacyRow, BoardRow } from "../../contracts/rows";
import { useConnection, useLastChange, useScope, useTable } from "../../sync/hooks";
import { type HomeBoard, type HomeData, refreshHomeSoon, useHome } from "./homeData";

/** Home as the server told it, with what this device knows better: one's own stars, and boards made here a moment ago. */
export function useLiveHome(personId: string) {
  const { data, error } = useHome();
  useScope(`person:${personId}`);
  const prefs = useTable("board_prefs");
  const made = useTable("boards", (row) => row.created_by === personId);
  const real = useTable("board_privacy");
  const { state, pending } = useConnection();
  const lastChange = useLastChange();
  const isSettled = pending === 0;

  // Each of these is a reason to look again.
  useEffect(() => {
    if (state === "online") refreshHomeSoon();
  }, [state, isSettled, lastChange, prefs.length]);

  const merged = useMemo(
    () => (data ? mergeHome(data, prefs, waitingOf(made, real)) : null),
    [data, prefs, made, real],
  );
  return { data: merged, error };
}

/** Boards that only a guess knows: what the server tells of a board comes with its privacy. */
function waitingOf(made: readonly BoardRow[], real: readonly BoardPrivacyRow[]): readonly BoardRow[] {
  const told = new Set(real.map((row) => row.id));
  return made.filter((row) => !told.has(row.id));
}

export function mergeHome(data: HomeData, prefs: readonly BoardPrefRow[], made: readonly BoardRow[]): HomeData {
  const byBoard = new Map(prefs.map((pref) => [pref.board_id, pref]));
  const known = new Set(data.boards.map((board) => board.id));
  const boards = data.boards.map((board) => {
    const pref = byBoard.get(board.id);
    return pref ? { ...board, favourite: pref.favourite, opened_at: pref.opened_at } : board;
  });
  const waiting = made.filter((row) => !known.has(row.id)).map(waitingTile);
  return { ...data, boards: [...boards, ...waiting] };
}

function waitingTile(row: BoardRow): HomeBoard {
  const facts = { privacy: "account", state: "open", role: "admin", favourite: false, overdue: 0 };
  const { id, account_id, name, created_at } = row;
  return {
    id,
    account_id,
    name,
    kind: "task",
    ...facts,
    opened_at: created_at,
    columns: [],
    people: [],
    isWaiting: true,
  };
}
