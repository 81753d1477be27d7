import { useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { uuid7 } from "../../kits/idkit";
import { useSync } from "../../sync/hooks";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { TextField } from "../../ui/Field";
import { Icon } from "../../ui/icons";
import { useBoard } from "./boardTools";
import "./NewColumn.css";

function useAddColumn(after: string | null): (name: string) => void {
  const sync = useSync();
  const { boardId } = useBoard();
  return (name) => void sync.send("column.add", { column_id: uuid7(), board_id: boardId, name, after });
}

/** At the end of the board: a quiet button that becomes a field and stays open for the next column. */
export function NewColumn() {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState("");
  const add = useAddColumn(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return;
    add(name.trim());
    setName("");
  };
  if (!isOpen) {
    return (
      <button type="button" className="new-column" data-new-column onClick={() => setOpen(true)}>
        <Icon name="plus" size={16} />
        {t`Add column`}
      </button>
    );
  }
  return (
    <form
      className="new-column__form"
      onSubmit={submit}
      onKeyDown={(event) => event.key === "Escape" && setOpen(false)}
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || name.trim() || setOpen(false)}
    >
      <TextField
        label={t`Name of the new column`}
        isLabelHidden
        placeholder={t`Name of the column`}
        value={name}
        onChange={setName}
        maxLength={120}
        autoFocus
      />
      <div className="new-column__foot">
        <Button type="submit" look="primary" size="small" isDisabled={!name.trim()}>{t`Add`}</Button>
        <Button look="quiet" size="small" onPress={() => setOpen(false)}>{t`Close`}</Button>
      </div>
    </form>
  );
}

export function NewColumnDialog({ after, onClose }: { after: string; onClose: () => void }) {
  const { t } = useLingui();
  const [name, setName] = useState("");
  const add = useAddColumn(after);
  const submit = () => {
    if (!name.trim()) return;
    add(name.trim());
    onClose();
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t`Cancel`}</Button>
      <Button look="primary" isDisabled={!name.trim()} onPress={submit}>{t`Add column`}</Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} size="small" title={t`New column`} footer={footer}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField label={t`Name`} value={name} onChange={setName} maxLength={120} autoFocus />
      </form>
    </Dialog>
  );
}
