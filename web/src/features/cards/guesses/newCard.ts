import type { CardRow, ColumnRow } from "../../../contracts/rows";
import type { GuessContext } from "../../../sync/guesses";

/** The number is the server's to give; 0 says that there is none yet. */
const NO_NUMBER = 0;

/** A card as it is made; title and rank are for whoever makes it. */
export function newCard(ctx: GuessContext, column: ColumnRow, id: string): CardRow {
  return {
    id,
    board_id: column.board_id,
    column_id: column.id,
    rank: "",
    number: NO_NUMBER,
    title: "",
    status: "normal",
    priority: "normal",
    due_on: null,
    due_time: null,
    due_zone: null,
    due_at: null,
    start_on: null,
    assignee_ids: [],
    tag_ids: [],
    checklist_done: 0,
    checklist_total: 0,
    checklist_due_at: null,
    completed_at: null,
    completed_by: null,
    created_at: ctx.now,
    created_by: ctx.person,
    deleted_at: null,
    deleted_by: null,
    deleted_from: null,
  };
}
