import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { uuid7 } from "../../../kits/idkit";
import { Button } from "../../../ui/Button";
import { Dialog } from "../../../ui/Dialog";
import { FormProblem, TextField } from "../../../ui/Field";
import { Select } from "../../../ui/Select";
import { runJob } from "../../jobs/runJob";
import { type HomeAccount, mayCreate, refreshHome } from "../homeData";
import "./ImportDialog.css";
import { ImportSummaryList } from "./ImportSummaryList";
import { useExportFile } from "./useExportFile";

type ImportDialogProps = { accounts: readonly HomeAccount[]; onClose: () => void };

/** Brings back a board that was exported as JSON: choose the file, see what is in it, then make the board. */
export function ImportDialog({ accounts, onClose }: ImportDialogProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [boardId] = useState(() => uuid7());
  const chosen = useExportFile(boardId);
  const homes = accounts.filter((account) => mayCreate(account.role));
  const [name, setName] = useState<string | null>(null);
  const [account, setAccount] = useState(homes[0]?.id ?? "");
  const wanted = (name ?? chosen.summary?.name ?? "").trim();
  const canImport = chosen.summary !== null && wanted !== "" && account !== "";
  const run = () => {
    onClose();
    const words = { doing: t`Importing “${wanted}”`, done: t`The board is here.` };
    void runJob("board.import", { board_id: boardId, account_id: account, name: wanted }, words).then((job) => {
      void refreshHome();
      if (job?.state === "done") void navigate({ to: "/b/$boardId", params: { boardId } });
    });
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t`Cancel`}</Button>
      <Button look="primary" isDisabled={!canImport} onPress={run}>{t`Import board`}</Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} size="small" title={t`Import a board`} footer={footer}>
      <div className="import">
        <label className="import__file">
          <span className="field__label">{t`File`}</span>
          <input
            type="file"
            accept=".zip,application/zip"
            onChange={(event) => chosen.choose(event.target.files?.[0])}
          />
          <span className="field__description">{t`The zip that “JSON with files” made, in a board’s settings under Overview.`}</span>
        </label>
        {chosen.isReading ? <p role="status">{t`Looking into the file…`}</p> : null}
        {chosen.problem ? <FormProblem>{chosen.problem}</FormProblem> : null}
        {chosen.summary ? (
          <>
            <ImportSummaryList summary={chosen.summary} />
            <TextField label={t`Name`} value={name ?? chosen.summary.name} onChange={setName} maxLength={200} />
            {homes.length > 1 ? (
              <Select
                label={t`Account`}
                options={homes.map(({ id, name: label }) => ({ id, label }))}
                value={account}
                onChange={setAccount}
              />
            ) : null}
          </>
        ) : null}
      </div>
    </Dialog>
  );
}
