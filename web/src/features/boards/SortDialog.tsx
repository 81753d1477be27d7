import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { ColumnRow } from "../../contracts/rows";
import type { Verbs } from "../../contracts/verbs";
import { uuid7 } from "../../kits/idkit";
import { useSync } from "../../sync/hooks";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Segmented } from "../../ui/Toggle";
import { toasts } from "../../ui/toasts";
import "./SortDialog.css";

type By = Verbs["column.sort"]["by"];
type Direction = NonNullable<Verbs["column.sort"]["direction"]>;
type SortDialogProps = { column: ColumnRow; title: string; onClose: () => void };

/** Puts a column in order once, for everybody; undone as one. */
export function SortDialog({ column, title, onClose }: SortDialogProps) {
  const { t } = useLingui();
  const sync = useSync();
  const [by, setBy] = useState<By>("due");
  const [direction, setDirection] = useState<Direction>("asc");
  const ends = useEnds(by);
  const sort = async () => {
    onClose();
    const group = uuid7();
    const answer = await sync.send("column.sort", { column_id: column.id, by, direction }, { group });
    const action = { label: t`Undo`, run: () => sync.undo(group) };
    if (answer.s === "done") toasts.add({ kind: "done", text: t`“${title}” is sorted.`, action });
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t`Cancel`}</Button>
      <Button look="primary" onPress={() => void sort()}>{t`Sort`}</Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} size="small" title={t`Sort “${title}”`} footer={footer}>
      <div className="sort-dialog">
        <Segmented
          label={t`By`}
          choices={[
            { id: "due", label: t`Due date` },
            { id: "title", label: t`Title` },
            { id: "priority", label: t`Priority` },
            { id: "status", label: t`Status` },
          ]}
          value={by}
          onChange={setBy}
        />
        <Segmented
          label={t`First come`}
          choices={[
            { id: "asc", label: ends[0] },
            { id: "desc", label: ends[1] },
          ]}
          value={direction}
          onChange={setDirection}
        />
        <p className="sort-dialog__note">{t`Everybody on the board gets this order. You can undo it.`}</p>
      </div>
    </Dialog>
  );
}

/** What comes first, either way. */
function useEnds(by: By): [string, string] {
  const { t } = useLingui();
  const ends: Record<By, () => [string, string]> = {
    due: () => [t`Soonest`, t`Latest`],
    title: () => [t`A to Z`, t`Z to A`],
    priority: () => [t`Critical`, t`Normal`],
    status: () => [t`Normal`, t`On hold`],
  };
  return ends[by]();
}
