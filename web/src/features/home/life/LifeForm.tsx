import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import type { Answer } from "../../../sync/sync";
import { Button } from "../../../ui/Button";
import { Dialog } from "../../../ui/Dialog";
import { FormProblem } from "../../../ui/Field";
import { refusalText } from "../../../ui/refusals";
import { refreshHome } from "../homeData";
import { askLife } from "./lifeStore";
import "./LifeForm.css";

type LifeFormProps = {
  title: string;
  doLabel: string;
  canDo: boolean;
  /** Sends the wish; a refusal is shown and the dialog stays, with everything typed. Null: it was told already. */
  run: () => Promise<Answer | null>;
  isDanger?: boolean;
  children: ReactNode;
};

/** A small dialog about a board with one thing to do. */
export function LifeForm({ title, doLabel, canDo, run, isDanger, children }: LifeFormProps) {
  const { t } = useLingui();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const close = () => askLife(null);
  const submit = async () => {
    if (!canDo || isBusy) return;
    setBusy(true);
    const answer = await run();
    setBusy(false);
    if (answer && answer.s !== "done") return setProblem(refusalText(answer.code, answer.args));
    void refreshHome();
    close();
  };
  const footer = (
    <>
      <Button onPress={close}>{t`Cancel`}</Button>
      <Button look={isDanger ? "danger" : "primary"} isDisabled={!canDo || isBusy} onPress={() => void submit()}>
        {doLabel}
      </Button>
    </>
  );
  return (
    <Dialog isOpen onClose={close} size="small" title={title} footer={footer}>
      <form
        className="life-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {children}
        {problem ? <FormProblem>{problem}</FormProblem> : null}
      </form>
    </Dialog>
  );
}
