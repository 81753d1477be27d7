import { useLingui } from "@lingui/react/macro";
import { useRef, useState } from "react";
import { drafts } from "../../sync/hooks";
import { Icon } from "../../ui/icons";
import { AddField, type AddTo } from "./AddField";
import "./AddCards.css";

/** *Add new task*: Enter adds and stays open for the next; several pasted lines may become several tasks. What is typed survives a reload. */
export function AddCards({ column }: { column: AddTo }) {
  const { t } = useLingui();
  const draftKey = `add:${column.id}`;
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = (isByKey: boolean) => {
    setOpen(false);
    if (isByKey) requestAnimationFrame(() => button.current?.focus());
  };
  // The field is part of the board's own script: one that is fetched when asked for loses the first keys typed.
  if (isOpen) return <AddField column={column} draftKey={draftKey} onClose={close} />;
  return (
    <button ref={button} type="button" className="add-cards__button" data-add={column.id} onClick={() => setOpen(true)}>
      <Icon name="plus" size={16} />
      {t`Add new task`}
      {drafts.get(draftKey) ? <span className="add-cards__draft">{t`draft`}</span> : null}
    </button>
  );
}
