import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useEffect, useId, useState } from "react";
import { api } from "../../kits/apikit";
import { uuid7 } from "../../kits/idkit";
import { useConnection, useSync } from "../../sync/hooks";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { FormProblem, TextField } from "../../ui/Field";
import { refusalText } from "../../ui/refusals";
import { Select } from "../../ui/Select";
import { toasts } from "../../ui/toasts";
import { type HomeAccount, mayCreate, refreshHome } from "./homeData";
import { Miniature } from "./Miniature";
import "./NewBoardDialog.css";

type Template = { id: string; name: string; description: string; columns: string[] };
type NewBoardDialogProps = {
  accounts: readonly HomeAccount[];
  /** Preselected; empty for the one used last. */
  accountId: string;
  onClose: () => void;
  onCreated: (boardId: string) => void;
};

const BLANK = "blank";
const LAST_KEY = "tafla.newBoard";
type Last = { template: string; account: string };

function lastUsed(): Partial<Last> {
  try {
    return JSON.parse(localStorage.getItem(LAST_KEY) ?? "{}") as Partial<Last>;
  } catch {
    return {};
  }
}

function remember(last: Last): void {
  try {
    localStorage.setItem(LAST_KEY, JSON.stringify(last));
  } catch {
    // Without storage nothing is preselected next time.
  }
}

export function NewBoardDialog({ accounts, accountId, onClose, onCreated }: NewBoardDialogProps) {
  const { t } = useLingui();
  const sync = useSync();
  const isOnline = useConnection().state === "online";
  const own = accounts.filter((account) => mayCreate(account.role));
  const [last] = useState(lastUsed);
  const firstAccount = own.find((account) => account.id === (accountId || last.account)) ?? own[0];
  const [account, setAccount] = useState(firstAccount?.id ?? "");
  const [template, setTemplate] = useState(last.template ?? BLANK);
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [nameError, setNameError] = useState<string | undefined>();
  const [isBusy, setBusy] = useState(false);
  // One id for the whole dialog, so that pressing twice, or again after a lost answer, makes one board.
  const [boardId] = useState(() => uuid7());
  const templates = useTemplates();
  const chosen = templates.some((one) => one.id === template) ? template : BLANK;
  const formId = useId();

  const create = async (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return setNameError(t`Give the board a name.`);
    setBusy(true);
    setProblem(null);
    remember({ template: chosen, account });
    const answer = sync.send("board.create", {
      board_id: boardId,
      account_id: account,
      name: name.trim(),
      kind: "task",
      template: chosen === BLANK ? null : chosen,
    });
    if (!isOnline) {
      toasts.add({ text: t`There is no connection. The board is created as soon as there is one.` });
      return onClose();
    }
    const told = await answer;
    setBusy(false);
    if (told.s !== "done") return setProblem(refusalText(told.code, told.args));
    void refreshHome();
    onCreated(boardId);
  };

  const footer = (
    <>
      <Button onPress={onClose}>{t`Cancel`}</Button>
      <Button look="primary" type="submit" form={formId} isPending={isBusy}>{t`Create board`}</Button>
    </>
  );

  return (
    <Dialog isOpen onClose={onClose} title={t`Create new board`} size="large" footer={footer}>
      <form id={formId} className="new-board" onSubmit={create} noValidate>
        <div className="new-board__facts">
          <TextField
            label={t`Name`}
            value={name}
            onChange={(value) => {
              setName(value);
              setNameError(undefined);
            }}
            placeholder={t`What are you working on?`}
            error={nameError}
            maxLength={200}
            autoComplete="off"
            autoFocus
          />
          {own.length > 1 ? (
            <Select
              label={t`Account`}
              value={account}
              onChange={setAccount}
              options={own.map((one) => ({ id: one.id, label: one.name }))}
            />
          ) : null}
        </div>
        <TemplateChoice templates={templates} value={chosen} onChange={setTemplate} />
        <FormProblem>{problem}</FormProblem>
      </form>
    </Dialog>
  );
}

function TemplateChoice({
  templates,
  value,
  onChange,
}: {
  templates: readonly Template[];
  value: string;
  onChange: (id: string) => void;
}) {
  const name = useId();
  return (
    <fieldset>
      <legend className="field__label new-board__legend">
        <Trans>Begin with</Trans>
      </legend>
      <div className="new-board__choices">
        {templates.map((template) => (
          <label key={template.id} className="new-board__choice">
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              checked={template.id === value}
              onChange={() => onChange(template.id)}
            />
            <span className="new-board__face">
              <Miniature
                columns={template.columns.map((_, at) => ({
                  kind: "normal",
                  count: template.id === BLANK ? 0 : (SAMPLE[at % SAMPLE.length] ?? 1),
                }))}
              />
              <span className="new-board__words">
                <strong>{template.name}</strong>
                <span>{template.description || template.columns.join(" · ")}</span>
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** How many bars the picture of a template shows in each column. */
const SAMPLE = [4, 2, 3, 1, 2, 3];

function useTemplates(): Template[] {
  const { t } = useLingui();
  const [loaded, setLoaded] = useState<Template[]>([]);
  useEffect(() => {
    let isGone = false;
    api.get<Template[]>("/api/v1/templates").then(
      (list) => {
        if (!isGone) setLoaded(list.filter((one) => one.id !== BLANK));
      },
      // Without the gallery a blank board can still be made.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, []);
  const blank = {
    id: BLANK,
    name: t`Blank task board`,
    description: t`To Do, Doing and Completed, and nothing else.`,
    columns: ["", "", ""],
  };
  return [blank, ...loaded];
}
