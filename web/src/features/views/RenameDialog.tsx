import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { SavedFilterRow } from "../../contracts/rows";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { TextField } from "../../ui/Field";
import { useOwnViewActs } from "./useOwnViewActs";

/** Another name for a view of one's own. */
export function RenameDialog({ filter, onClose }: { filter: SavedFilterRow; onClose: () => void }) {
  const { t } = useLingui();
  const [name, setName] = useState(filter.name);
  const { rename } = useOwnViewActs();
  const finish = () => {
    const next = name.trim();
    if (next && next !== filter.name) rename(filter, next);
    onClose();
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t`Cancel`}</Button>
      <Button look="primary" isDisabled={!name.trim()} onPress={finish}>{t`Rename`}</Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} size="small" title={t`Rename the view`} footer={footer}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) finish();
        }}
      >
        <TextField label={t`Name`} value={name} onChange={setName} maxLength={200} autoFocus />
      </form>
    </Dialog>
  );
}
