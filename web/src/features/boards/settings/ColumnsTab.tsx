import { useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { store, useOrder } from "../../../sync/hooks";
import { Button } from "../../../ui/Button";
import { TextField } from "../../../ui/Field";
import { useBoard } from "../boardTools";
import { useAddColumn } from "../useAddColumn";
import { ColumnLine } from "./ColumnLine";
import "./ColumnsTab.css";
import { useColumnSort } from "./useColumnSort";

/** The board's columns in their order: add, rename, move, limit, delete. The two fixed ones stay at the end. */
export function ColumnsTab() {
  const { t } = useLingui();
  const { boardId, board, rights } = useBoard();
  const ids = useOrder("columns", boardId);
  const movable = ids.filter((id) => store.read("columns", id)?.kind === "normal");
  const sort = useColumnSort(movable);
  return (
    <div className="board-settings__stack">
      {rights.canArrange ? null : (
        <p className="board-settings__note">{t`You may look at the columns. Board admins change them.`}</p>
      )}
      {board.wip_mode === "off" ? (
        <p className="board-settings__note">{t`WIP limits are switched off on this board, so none shows.`}</p>
      ) : null}
      <div>
        <div className="columns-tab__head" aria-hidden="true">
          <span>{t`Column`}</span>
          <span>{t`WIP limit`}</span>
        </div>
        <ol className="columns-tab" aria-label={t`Columns`} ref={sort.list}>
          {ids.map((id) => (
            <ColumnLine key={id} columnId={id} sort={sort} />
          ))}
        </ol>
      </div>
      {rights.canArrange ? <AddForm /> : null}
    </div>
  );
}

function AddForm() {
  const { t } = useLingui();
  const [name, setName] = useState("");
  const add = useAddColumn(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return;
    add(name.trim());
    setName("");
  };
  return (
    <form className="columns-tab__add" onSubmit={submit}>
      <TextField
        label={t`Name of the new column`}
        isLabelHidden
        placeholder={t`Name of the new column`}
        value={name}
        onChange={setName}
        maxLength={120}
      />
      <Button type="submit" icon="plus" isDisabled={!name.trim()}>{t`Add column`}</Button>
    </form>
  );
}
