import { useLingui } from "@lingui/react/macro";
import { Suspense, useState } from "react";
import { Icon } from "../../ui/icons";
import "./NewColumn.css";
import { late } from "../../ui/late";

const NewColumnForm = late(() => import("./NewColumnForm").then((module) => ({ default: module.NewColumnForm })));

/** At the end of the board: a quiet button that becomes a field and stays open for the next column. */
export function NewColumn() {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const opener = (
    <button type="button" className="new-column" data-new-column onClick={() => setOpen(true)}>
      <Icon name="plus" size={16} />
      {t`Add column`}
    </button>
  );
  if (!isOpen) return opener;
  return (
    <Suspense fallback={opener}>
      <NewColumnForm onClose={() => setOpen(false)} />
    </Suspense>
  );
}
