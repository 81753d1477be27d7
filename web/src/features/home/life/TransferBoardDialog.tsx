import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useSync } from "../../../sync/hooks";
import { TextField } from "../../../ui/Field";
import { toasts } from "../../../ui/toasts";
import { LifeForm } from "./LifeForm";
import type { LifeDialogProps } from "./lifeDialogs";

/** The word that is typed to show that it is meant; the same in every language, because the sentence names it. */
const SURE = "YES";

export function TransferBoardDialog({ board }: LifeDialogProps) {
  const { t } = useLingui();
  const sync = useSync();
  const [email, setEmail] = useState("");
  const [sure, setSure] = useState("");
  const { name } = board;
  const offer = async () => {
    const answer = await sync.send("transfer.offer", { board_id: board.id, email: email.trim() });
    const whom = email.trim();
    if (answer.s === "done")
      toasts.add({
        kind: "done",
        text: t`${whom} finds the offer on their home page. Until they take it, nothing changes.`,
      });
    return answer;
  };
  return (
    <LifeForm
      title={t`Give “${name}” to another account`}
      doLabel={t`Offer the board`}
      canDo={email.includes("@") && sure.trim().toUpperCase() === SURE}
      run={offer}
      isDanger
    >
      <p className="life-form__note">
        {t`The board with everything on it belongs to the new account’s owner from then on. Its people stay on it.`}
      </p>
      <TextField label={t`E-mail address of the new owner`} type="email" value={email} onChange={setEmail} autoFocus />
      <TextField label={t`Type ${SURE} to go on`} value={sure} onChange={setSure} autoComplete="off" />
    </LifeForm>
  );
}
