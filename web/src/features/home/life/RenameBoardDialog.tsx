import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useSync } from "../../../sync/hooks";
import { TextField } from "../../../ui/Field";
import { LifeForm } from "./LifeForm";
import type { LifeDialogProps } from "./lifeDialogs";

export function RenameBoardDialog({ board }: LifeDialogProps) {
  const { t } = useLingui();
  const sync = useSync();
  const [name, setName] = useState(board.name);
  const wanted = name.trim();
  return (
    <LifeForm
      title={t`Rename board`}
      doLabel={t`Rename`}
      canDo={wanted !== ""}
      run={() => sync.send("board.rename", { board_id: board.id, name: wanted })}
    >
      <TextField label={t`Name`} value={name} onChange={setName} maxLength={200} autoFocus />
    </LifeForm>
  );
}
