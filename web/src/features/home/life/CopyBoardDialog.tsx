import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { uuid7 } from "../../../kits/idkit";
import { TextField } from "../../../ui/Field";
import { Select } from "../../../ui/Select";
import { Checkbox } from "../../../ui/Toggle";
import { runJob } from "../../jobs/runJob";
import { refreshHome } from "../homeData";
import { LifeForm } from "./LifeForm";
import { homesFor, type LifeDialogProps } from "./lifeDialogs";

export function CopyBoardDialog({ board, accounts }: LifeDialogProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const homes = homesFor({ board, accounts });
  const { name: oldName } = board;
  const [name, setName] = useState(t`Copy of ${oldName}`);
  const [account, setAccount] = useState(homes[0]?.id ?? "");
  const [withDates, setWithDates] = useState(false);
  const copy = async () => {
    const new_board_id = uuid7();
    const wish = { board_id: board.id, new_board_id, account_id: account, name: name.trim(), with_dates: withDates };
    // The dialog closes at once; the job tells how far it is.
    void runJob("board.copy", wish, { doing: t`Copying “${oldName}”`, done: t`The copy is ready.` }).then((job) => {
      void refreshHome();
      if (job?.state === "done") void navigate({ to: "/b/$boardId", params: { boardId: new_board_id } });
    });
    return null;
  };
  return (
    <LifeForm title={t`Copy board`} doLabel={t`Copy`} canDo={name.trim() !== "" && account !== ""} run={copy}>
      <TextField label={t`Name`} value={name} onChange={setName} maxLength={200} autoFocus />
      {homes.length > 1 ? (
        <Select
          label={t`Account`}
          options={homes.map(({ id, name: label }) => ({ id, label }))}
          value={account}
          onChange={setAccount}
        />
      ) : null}
      <Checkbox isSelected={withDates} onChange={setWithDates}>
        {t`Take dates along`}
      </Checkbox>
      <p className="life-form__note">
        {t`Columns, tags, settings and tasks with their details, checklists and attachments are copied; people, chat and history are not.`}
      </p>
    </LifeForm>
  );
}
