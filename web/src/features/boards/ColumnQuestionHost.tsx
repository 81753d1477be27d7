import { Suspense } from "react";
import { useRow } from "../../sync/hooks";
import { late } from "../../ui/late";
import { askColumn, type ColumnQuestion } from "./columnQuestion";
import { useColumnTitle } from "./columnTitle";
import { NewColumnDialog } from "./NewColumnDialog";
import { RenameColumnDialog } from "./RenameColumnDialog";

const DeleteColumnDialog = late(() =>
  import("./DeleteColumnDialog").then((module) => ({ default: module.DeleteColumnDialog })),
);
const SortDialog = late(() => import("./SortDialog").then((module) => ({ default: module.SortDialog })));
const WipLimitDialog = late(() => import("./WipLimitDialog").then((module) => ({ default: module.WipLimitDialog })));

/** What is asked about a column, over the board: the column itself may be far out of sight. */
export function ColumnQuestionHost({ asked: { columnId, kind } }: { asked: ColumnQuestion }) {
  const column = useRow("columns", columnId);
  const title = useColumnTitle(column ?? { kind: "normal", name: "" });
  const close = () => askColumn(null);
  if (!column) return null;
  const shown = { column, title, onClose: close };
  return (
    <Suspense>
      {kind === "rename" ? <RenameColumnDialog {...shown} /> : null}
      {kind === "sort" ? <SortDialog {...shown} /> : null}
      {kind === "limit" ? <WipLimitDialog {...shown} /> : null}
      {kind === "delete" ? <DeleteColumnDialog {...shown} /> : null}
      {kind === "add" ? <NewColumnDialog after={columnId} onClose={close} /> : null}
    </Suspense>
  );
}
