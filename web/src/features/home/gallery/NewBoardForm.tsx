import { useLingui } from "@lingui/react/macro";
import { type FormEvent, type Ref, useState } from "react";
import { Button } from "../../../ui/Button";
import { FormProblem, TextField } from "../../../ui/Field";
import { Select } from "../../../ui/Select";
import type { HomeAccount } from "../homeData";
import { useCreateBoard } from "./useCreateBoard";

type NewBoardFormProps = {
  /** Those in which one may create boards. */
  accounts: readonly HomeAccount[];
  account: string;
  onAccount: (id: string) => void;
  template: string;
  nameRef: Ref<HTMLInputElement>;
  onClose: () => void;
  onCreated: (boardId: string) => void;
};

/** A phone would lay its keyboard over the gallery before anybody has looked at it. */
const hasKeyboard = () => window.matchMedia("(pointer: fine)").matches;

/** The new board's name and account. */
export function NewBoardForm(props: NewBoardFormProps) {
  const { accounts, account, onAccount, template, nameRef, onClose, onCreated } = props;
  const { t } = useLingui();
  const [name, setName] = useState("");
  const [nameError, setNameError] = useState<string | undefined>();
  const { create, problem, isBusy } = useCreateBoard({ onClose, onCreated });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return setNameError(t`Give the board a name.`);
    void create({ name: name.trim(), account, template });
  };
  const change = (value: string) => {
    setName(value);
    setNameError(undefined);
  };
  return (
    <form className="new-board__form" onSubmit={submit} noValidate>
      <FormProblem>{problem}</FormProblem>
      <div className="new-board__facts">
        <TextField
          label={t`Name`}
          value={name}
          onChange={change}
          placeholder={t`What are you working on?`}
          error={nameError}
          maxLength={200}
          autoComplete="off"
          autoFocus={hasKeyboard()}
          ref={nameRef}
        />
        {accounts.length > 1 ? (
          <Select
            label={t`Account`}
            value={account}
            onChange={onAccount}
            options={accounts.map((one) => ({ id: one.id, label: one.name }))}
          />
        ) : null}
      </div>
      <div className="new-board__buttons">
        <Button onPress={onClose}>{t`Cancel`}</Button>
        <Button look="primary" type="submit" isPending={isBusy}>{t`Create board`}</Button>
      </div>
    </form>
  );
}
