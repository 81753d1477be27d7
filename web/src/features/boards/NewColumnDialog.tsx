import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { TextField } from "../../ui/Field";
import { useAddColumn } from "./useAddColumn";

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
