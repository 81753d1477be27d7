import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { uuid7 } from "../../../kits/idkit";
import { useSync } from "../../../sync/hooks";
import { TextArea, TextField } from "../../../ui/Field";
import { Select } from "../../../ui/Select";
import { toasts } from "../../../ui/toasts";
import { LifeForm } from "./LifeForm";
import { homesFor, type LifeDialogProps } from "./lifeDialogs";

export function SaveTemplateDialog({ board, accounts }: LifeDialogProps) {
  const { t } = useLingui();
  const sync = useSync();
  const homes = homesFor({ board, accounts });
  const [templateId] = useState(() => uuid7());
  const [name, setName] = useState(board.name);
  const [description, setDescription] = useState("");
  const [account, setAccount] = useState(homes[0]?.id ?? "");
  const save = async () => {
    const about = { name: name.trim(), description: description.trim() };
    const wish = { template_id: templateId, board_id: board.id, account_id: account, ...about };
    const answer = await sync.send("template.save", wish);
    if (answer.s === "done") toasts.add({ kind: "done", text: t`Saved. It stands among the templates of new boards.` });
    return answer;
  };
  return (
    <LifeForm title={t`Save as template`} doLabel={t`Save`} canDo={name.trim() !== "" && account !== ""} run={save}>
      <TextField label={t`Name`} value={name} onChange={setName} maxLength={200} autoFocus />
      <TextArea label={t`Description`} value={description} onChange={setDescription} maxLength={5000} rows={3} />
      {homes.length > 1 ? (
        <Select
          label={t`Account`}
          options={homes.map(({ id, name: label }) => ({ id, label }))}
          value={account}
          onChange={setAccount}
        />
      ) : null}
      <p className="life-form__note">
        {t`Columns, tags and tasks with their details and checklists are saved; people, dates, chat and files are not.`}
      </p>
    </LifeForm>
  );
}
