import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { ColumnRow } from "../../contracts/rows";
import { store, useOrder, useScope, useSync } from "../../sync/hooks";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { type Option, Select } from "../../ui/Select";
import { Segmented } from "../../ui/Toggle";
import { type BoardTools, useBoard } from "../boards/boardTools";
import { byUse, useHome } from "../home/homeData";
import "./MoveCardDialog.css";
import { moveCards, type Place, tellMoved } from "./selection/bulkActs";

type End = "top" | "bottom";
type MoveCardDialogProps = { cardIds: readonly string[]; onClose: () => void };

/** *Move to…*: another column, its top or bottom, another board; for whom dragging is far, or not possible. */
export function MoveCardDialog({ cardIds, onClose }: MoveCardDialogProps) {
  const { t } = useLingui();
  const board = useBoard();
  const [boardId, setBoardId] = useState(board.boardId);
  const [end, setEnd] = useState<End>("top");
  const [wanted, setWanted] = useState(() => store.read("cards", cardIds[0] ?? "")?.column_id ?? "");
  const scope = useScope(boardId === board.boardId ? null : `board:${boardId}`);
  const columns = useOpenColumns(boardId);
  const boards = useOpenBoards(board.boardId, board.board.name);
  const goal = columns.find((one) => one.id === wanted) ?? columns[0];
  const move = useMove(board, cardIds);
  const finish = () => {
    if (!goal) return;
    move({ columnId: goal.id, ...endPlace(goal.id, end, cardIds) }, boardId);
    onClose();
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t`Cancel`}</Button>
      <Button
        look="primary"
        isDisabled={!goal}
        isPending={!goal && scope.state === "loading"}
        onPress={finish}
      >{t`Move`}</Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} size="small" title={t`Move to…`} footer={footer}>
      <div className="move-card">
        <p className="move-card__title" dir="auto">
          {cardIds.length === 1
            ? store.read("cards", cardIds[0] ?? "")?.title
            : plural(cardIds.length, { one: "# task", other: "# tasks" })}
        </p>
        {boards.length > 1 ? <Select label={t`Board`} options={boards} value={boardId} onChange={setBoardId} /> : null}
        <Select
          label={t`Column`}
          options={columns.map((one) => ({ id: one.id, label: one.name }))}
          value={goal?.id ?? ""}
          onChange={setWanted}
          isDisabled={columns.length === 0}
        />
        <Segmented
          label={t`Place`}
          choices={[
            { id: "top", label: t`Top` },
            { id: "bottom", label: t`Bottom` },
          ]}
          value={end}
          onChange={setEnd}
        />
      </div>
    </Dialog>
  );
}

/** One card keeps the focus; of several it is told how many went, and nothing is selected any more. */
function useMove(board: BoardTools, cardIds: readonly string[]): (place: Place, boardId: string) => void {
  const sync = useSync();
  return (place, boardId) => {
    const [cardId, ...others] = cardIds;
    if (!cardId) return;
    board.selection.clear();
    if (others.length === 0 && boardId === board.boardId) board.moveCard({ cardId, ...place });
    else void moveCards(sync, cardIds, place).then((sent) => tellMoved(sync, sent));
    if (others.length === 0) board.focus.want(cardId);
  };
}

function endPlace(columnId: string, end: End, going: readonly string[]): Omit<Place, "columnId"> {
  const gone = new Set(going);
  const staying = store.order("cards", columnId).filter((id) => !gone.has(id));
  return end === "top" ? { after: null, before: staying[0] ?? null } : { after: staying.at(-1) ?? null, before: null };
}

function useOpenColumns(boardId: string): ColumnRow[] {
  const order = useOrder("columns", boardId);
  return order.flatMap((id) => store.read("columns", id) ?? []).filter((one) => one.kind !== "deleted");
}

/** This board first, then those one may write to by account, as home orders them. */
function useOpenBoards(here: string, name: string): Option<string>[] {
  const { t } = useLingui();
  const { data } = useHome();
  const others = (data?.boards ?? []).filter(
    (one) => one.id !== here && one.kind === "task" && one.state === "open" && canWrite(one.role),
  );
  const accounts = new Map((data?.accounts ?? []).map((account) => [account.id, account.name]));
  return [
    { id: here, label: name, group: t`This board` },
    ...others
      .sort(byUse)
      .map((one) => ({ id: one.id, label: one.name, group: accounts.get(one.account_id) ?? t`Other boards` })),
  ];
}

const canWrite = (role: string) => role === "admin" || role === "member" || role === "owner";
