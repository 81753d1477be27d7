import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { ColumnRow } from "../../contracts/rows";
import { store, useCount, useSync } from "../../sync/hooks";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Select } from "../../ui/Select";
import { useBoard } from "./boardTools";

/** An empty column goes at once and can be undone; one that holds tasks asks where they go. */
export function DeleteColumnDialog({
  column,
  title,
  onClose,
}: {
  column: ColumnRow;
  title: string;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const sync = useSync();
  const { boardId } = useBoard();
  const count = useCount("cards", column.id);
  const others = store
    .order("columns", boardId)
    .flatMap((id) => store.read("columns", id) ?? [])
    .filter((one) => one.id !== column.id);
  const [goal, setGoal] = useState(others[0]?.id ?? "");
  const words = (one: ColumnRow) => (one.kind === "deleted" ? t`Deleted` : one.name);
  const remove = () => {
    void sync.send("column.delete", { column_id: column.id, move_cards_to: count > 0 ? goal : null });
    onClose();
  };
  const footer = (
    <>
      <Button onPress={onClose} autoFocus>{t`Cancel`}</Button>
      <Button look="danger" onPress={remove}>{t`Delete column`}</Button>
    </>
  );
  return (
    <Dialog isOpen isQuestion onClose={onClose} size="small" title={t`Delete the column “${title}”?`} footer={footer}>
      {count === 0 ? (
        <p>{t`It is empty. You can undo this.`}</p>
      ) : (
        <Select
          label={t`${plural(count, { one: "Its # task goes to", other: "Its # tasks go to" })}`}
          options={others.map((one) => ({ id: one.id, label: words(one) }))}
          value={goal}
          onChange={setGoal}
        />
      )}
    </Dialog>
  );
}
