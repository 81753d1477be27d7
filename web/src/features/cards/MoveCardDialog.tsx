import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { ColumnRow } from "../../contracts/rows";
import { store, useOrder, useRow, useScope, useSync } from "../../sync/hooks";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Select } from "../../ui/Select";
import { Segmented } from "../../ui/Toggle";
import { useBoard } from "../boards/boardTools";
import { byUse, useHome } from "../home/homeData";
import "./MoveCardDialog.css";

type End = "top" | "bottom";

/** *Move to…*: another column, its top or bottom, another board; for whom dragging is far, or not possible. */
export function MoveCardDialog({ cardId, onClose }: { cardId: string; onClose: () => void }) {
  const { t } = useLingui();
  const board = useBoard();
  const sync = useSync();
  const card = useRow("cards", cardId);
  const [boardId, setBoardId] = useState(board.boardId);
  const [end, setEnd] = useState<End>("top");
  const [wanted, setWanted] = useState(card?.column_id ?? "");
  const scope = useScope(boardId === board.boardId ? null : `board:${boardId}`);
  const columns = useOpenColumns(boardId);
  const boards = useOtherBoards(board.boardId, board.board.name);
  const goal = columns.find((one) => one.id === wanted) ?? columns[0];
  const move = () => {
    if (!goal) return;
    const others = store.order("cards", goal.id).filter((id) => id !== cardId);
    const place =
      end === "top" ? { after: null, before: others[0] ?? null } : { after: others.at(-1) ?? null, before: null };
    if (boardId === board.boardId) board.moveCard({ cardId, columnId: goal.id, ...place });
    else void sync.send("card.move", { card_ids: [cardId], column_id: goal.id, ...place });
    onClose();
    board.focus.want(cardId);
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t`Cancel`}</Button>
      <Button
        look="primary"
        isDisabled={!goal}
        isPending={!goal && scope.state === "loading"}
        onPress={move}
      >{t`Move`}</Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} size="small" title={t`Move to…`} footer={footer}>
      <div className="move-card">
        <p className="move-card__title" dir="auto">
          {card?.title}
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

function useOpenColumns(boardId: string): ColumnRow[] {
  const order = useOrder("columns", boardId);
  return order.flatMap((id) => store.read("columns", id) ?? []).filter((one) => one.kind !== "deleted");
}

/** This board first, then those one may write to, as home orders them. */
function useOtherBoards(here: string, name: string): { id: string; label: string }[] {
  const { data } = useHome();
  const others = (data?.boards ?? []).filter(
    (one) => one.id !== here && one.kind === "task" && one.state === "active" && canWrite(one.role),
  );
  return [{ id: here, label: name }, ...others.sort(byUse).map((one) => ({ id: one.id, label: one.name }))];
}

const canWrite = (role: string) => role === "admin" || role === "member" || role === "owner";
