import { useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import type { ColumnRow } from "../../contracts/rows";
import { drafts } from "../../sync/hooks";
import { Icon } from "../../ui/icons";
import "./AddCards.css";

const loadField = () => import("./AddField").then((module) => ({ default: module.AddField }));
const AddField = lazy(loadField);

/** *Add new task*: Enter adds and stays open for the next; several pasted lines may become several tasks. What is typed survives a reload. */
export function AddCards({ column }: { column: ColumnRow }) {
  const { t } = useLingui();
  const draftKey = `add:${column.id}`;
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = (isByKey: boolean) => {
    setOpen(false);
    if (isByKey) requestAnimationFrame(() => button.current?.focus());
  };
  useEffect(() => void loadField().catch(() => undefined), []);
  const opener = (
    <button ref={button} type="button" className="add-cards__button" data-add={column.id} onClick={() => setOpen(true)}>
      <Icon name="plus" size={16} />
      {t`Add new task`}
      {drafts.get(draftKey) ? <span className="add-cards__draft">{t`draft`}</span> : null}
    </button>
  );
  if (!isOpen) return opener;
  return (
    <Suspense fallback={opener}>
      <AddField column={column} draftKey={draftKey} onClose={close} />
    </Suspense>
  );
}
