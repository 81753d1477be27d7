import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { ColumnRow } from "../../contracts/rows";
import { useSync } from "../../sync/hooks";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { TextField } from "../../ui/Field";

type RenameColumnDialogProps = { column: ColumnRow; title: string; onClose: () => void };

/** For who comes from the palette; in its own place a column's name is a field. */
export function RenameColumnDialog({ column, title, onClose }: RenameColumnDialogProps) {
  const { t } = useLingui();
  const sync = useSync();
  const [name, setName] = useState(title);
  const wanted = name.replace(/\s+/g, " ").trim();
  const submit = () => {
    if (!wanted) return;
    if (wanted !== title) void sync.send("column.rename", { column_id: column.id, name: wanted });
    onClose();
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t`Cancel`}</Button>
      <Button look="primary" isDisabled={!wanted} onPress={submit}>{t`Rename`}</Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} size="small" title={t`Rename “${title}”`} footer={footer}>
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
