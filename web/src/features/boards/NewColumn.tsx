import { useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { Button } from "../../ui/Button";
import { TextField } from "../../ui/Field";
import { Icon } from "../../ui/icons";
import "./NewColumn.css";
import { useAddColumn } from "./useAddColumn";

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
