import type { CardRow, ColumnRow } from "../../src/contracts/rows";
import type { AnyRow } from "../../src/sync/tables";
import type { FakeServer } from "./fakeServer";

export function column(id: string, board: string, rank: string, kind = "normal"): ColumnRow {
  return { id, board_id: board, name: id, kind, rank, wip_limit: null };
}

export function card(id: string, board: string, columnId: string, rank: string): CardRow {
  return {
    ...{ id, board_id: board, column_id: columnId, rank, number: 1, title: id, status: "normal", priority: "normal" },
    ...{
      due_on: null,
      due_time: null,
      due_zone: null,
      due_at: null,
      start_on: null,
      assignee_ids: [],
      tag_ids: [],
      created_at: 1,
      created_by: "p1",
    },
    ...{ checklist_done: 0, checklist_total: 0, checklist_due_at: null, completed_at: null, completed_by: null },
    ...{ deleted_at: null, deleted_by: null, deleted_from: null },
  };
}

/** A board with two columns (`BOARD.todo`, `BOARD.doing`), the two fixed ones, and cards `BOARD.0` … in the first. */
export function seedBoard(server: FakeServer, board: string, cards: number): void {
  const facts = {
    account_id: "a",
    name: board,
    kind: "task",
    description: "",
    wip_mode: "warn",
    numbering: false,
    use_tags: true,
    created_at: 1,
    created_by: "p1",
  };
  server.seed("boards", { id: board, ...facts } as AnyRow);
  for (const [at, name] of ["todo", "doing", "completed", "deleted"].entries()) {
    server.seed("columns", column(`${board}.${name}`, board, `a${at}V`, at < 2 ? "normal" : name) as unknown as AnyRow);
  }
  for (let at = 0; at < cards; at++) {
    const rank = `b${String(at).padStart(2, "0")}V`;
    server.seed("cards", card(`${board}.${at}`, board, `${board}.todo`, rank) as unknown as AnyRow);
  }
}
