import { useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import type { ColumnRow } from "../../contracts/rows";
import { IconButton } from "../../ui/Button";
import { Menu } from "../../ui/Menu";
import { type Asked, useCardsEntries, useDeletedEntries, useManagedEntries, useOwnEntries } from "./columnEntries";

const DeleteColumnDialog = lazy(() =>
  import("./DeleteColumnDialog").then((module) => ({ default: module.DeleteColumnDialog })),
);
const NewColumnDialog = lazy(() => import("./NewColumnDialog").then((module) => ({ default: module.NewColumnDialog })));
const SortDialog = lazy(() => import("./SortDialog").then((module) => ({ default: module.SortDialog })));
const WipLimitDialog = lazy(() => import("./WipLimitDialog").then((module) => ({ default: module.WipLimitDialog })));

export function ColumnMenu({ column, title, onRename }: { column: ColumnRow; title: string; onRename: () => void }) {
  const { t } = useLingui();
  const [asked, setAsked] = useState<Asked>(null);
  const managed = useManagedEntries(column, setAsked);
  const groups = [
    { id: "own", entries: useOwnEntries(column, onRename) },
    { id: "cards", entries: useCardsEntries(column, setAsked) },
    { id: "columns", entries: managed.filter((entry) => !entry.isDanger) },
    { id: "deleted", entries: useDeletedEntries(column) },
    { id: "danger", entries: managed.filter((entry) => entry.isDanger) },
  ];
  if (groups.every((group) => group.entries.length === 0)) return <span className="column__menu" />;
  const close = () => setAsked(null);
  return (
    <span className="column__menu">
      <Menu label={t`Column “${title}”`} groups={groups}>
        <IconButton size="small" icon="dots" label={t`Column actions`} />
      </Menu>
      <Suspense>
        {asked === "sort" ? <SortDialog column={column} title={title} onClose={close} /> : null}
        {asked === "limit" ? <WipLimitDialog column={column} title={title} onClose={close} /> : null}
        {asked === "delete" ? <DeleteColumnDialog column={column} title={title} onClose={close} /> : null}
        {asked === "add" ? <NewColumnDialog after={column.id} onClose={close} /> : null}
      </Suspense>
    </span>
  );
}
