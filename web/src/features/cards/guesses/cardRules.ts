/** What several card guesses share; the server's rules stand in `tafla/cards/rules.py` and `undo.py`. */
import type { CardRow, ColumnRow } from "../../../contracts/rows";
import type { GuessContext, GuessTx } from "../../../sync/guesses";

/** Cards in Completed and Deleted are frozen. */
export function mustBeEditable(tx: GuessTx, cardId: string): CardRow {
  const card = tx.must("cards", cardId);
  if (tx.must("columns", card.column_id).kind !== "normal") tx.give_up();
  return card;
}

/** Where limits block, no card goes into a full column. */
export function mustHaveRoom(tx: GuessTx, column: ColumnRow, adding: number): void {
  if (!column.wip_limit || adding === 0) return;
  if (tx.must("boards", column.board_id).wip_mode !== "block") return;
  if (tx.count("cards", column.id) + adding > column.wip_limit) tx.give_up();
}

export function columnsOf(tx: GuessTx, boardId: string): ColumnRow[] {
  return tx.order("columns", boardId).map((id) => tx.must("columns", id));
}

/** A deleted card keeps its rank, which is its way back. */
export function putInDeleted(tx: GuessTx, ctx: GuessContext, card: CardRow, columnId: string): void {
  tx.patch("cards", card.id, {
    column_id: columnId,
    deleted_at: ctx.now,
    deleted_by: ctx.person,
    deleted_from: card.column_id,
  });
}

/** What a card notes when it comes to a column: since when and by whom it is done, or not. */
export function completion(ctx: GuessContext, card: CardRow, column: ColumnRow): Partial<CardRow> {
  if (column.kind === "completed" && card.completed_at === null) {
    return { completed_at: ctx.now, completed_by: ctx.person };
  }
  if (column.kind === "normal" && card.completed_at !== null) return { completed_at: null, completed_by: null };
  return {};
}

/** Whether cards of this board may be given to a person, as far as this client can know: it may not have the team loaded. */
export function isAssignable(tx: GuessTx, boardId: string, personId: string): boolean {
  const team = tx.all("members").filter((member) => member.board_id === boardId);
  if (team.length === 0) return true;
  return team.some((member) => member.person_id === personId && member.role !== "visitor");
}

/** Tags come along by name; those the other board lacks are the server's to make. */
export function carryTags(tx: GuessTx, tagIds: readonly string[], boardId: string): string[] {
  const there = new Map(
    tx
      .all("tags")
      .filter((tag) => tag.board_id === boardId)
      .map((tag) => [tag.name.toLowerCase(), tag.id]),
  );
  const names = tagIds.map((id) => tx.row("tags", id)?.name.toLowerCase() ?? "");
  return [...new Set(names.flatMap((name) => there.get(name) ?? []))].sort();
}
