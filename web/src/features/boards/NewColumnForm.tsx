import { useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { Button } from "../../ui/Button";
import { TextField } from "../../ui/Field";
import { useAddColumn } from "./useAddColumn";

export function NewColumnForm({ onClose }: { onClose: () => void }) {
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
    <form
      className="new-column__form"
      onSubmit={submit}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || name.trim() || onClose()}
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
        <Button look="quiet" size="small" onPress={onClose}>{t`Close`}</Button>
      </div>
    </form>
  );
}
