import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import type { ColumnRow } from "../../contracts/rows";
import { store, useSync } from "../../sync/hooks";
import { IconButton } from "../../ui/Button";
import { confirm } from "../../ui/confirm";
import { Menu, type MenuEntry } from "../../ui/Menu";
import { getDirection } from "../../ui/page";
import { sendInParts } from "../cards/sendInParts";
import { useBoard } from "./boardTools";

const DeleteColumnDialog = lazy(() =>
  import("./DeleteColumnDialog").then((module) => ({ default: module.DeleteColumnDialog })),
);
const NewColumnDialog = lazy(() => import("./NewColumnDialog").then((module) => ({ default: module.NewColumnDialog })));
const WipLimitDialog = lazy(() => import("./WipLimitDialog").then((module) => ({ default: module.WipLimitDialog })));

type Asked = "limit" | "delete" | "add" | null;

export function ColumnMenu({ column, title, onRename }: { column: ColumnRow; title: string; onRename: () => void }) {
  const { t } = useLingui();
  const board = useBoard();
  const [asked, setAsked] = useState<Asked>(null);
  const own = useOwnEntries(column, onRename);
  const managed = useManagedEntries(column, setAsked);
  const deleted = useDeletedEntries(column);
  const groups = [
    { id: "own", entries: own },
    { id: "columns", entries: board.rights.canArrange ? managed.filter((entry) => !entry.isDanger) : [] },
    { id: "all", entries: deleted },
    { id: "danger", entries: board.rights.canArrange ? managed.filter((entry) => entry.isDanger) : [] },
  ];
  if (groups.every((group) => group.entries.length === 0)) return <span className="column__menu" />;
  return (
    <span className="column__menu">
      <Menu label={t`Column “${title}”`} groups={groups}>
        <IconButton size="small" icon="dots" label={t`Column actions`} />
      </Menu>
      <Suspense>
        {asked === "limit" ? <WipLimitDialog column={column} title={title} onClose={() => setAsked(null)} /> : null}
        {asked === "delete" ? (
          <DeleteColumnDialog column={column} title={title} onClose={() => setAsked(null)} />
        ) : null}
        {asked === "add" ? <NewColumnDialog after={column.id} onClose={() => setAsked(null)} /> : null}
      </Suspense>
    </span>
  );
}

function useOwnEntries(column: ColumnRow, onRename: () => void): MenuEntry[] {
  const { t } = useLingui();
  const board = useBoard();
  const sync = useSync();
  const entries: MenuEntry[] = [];
  if (board.rights.canArrange && column.kind !== "deleted") {
    entries.push({
      id: "rename",
      label: t`Rename`,
      icon: "pencil",
      keys: "F2",
      run: () => requestAnimationFrame(onRename),
    });
  }
  if (board.personId && column.kind !== "deleted") {
    const hide = () => void sync.send("pref.hide_column", { column_id: column.id, hidden: true });
    entries.push({ id: "hide", label: t`Hide for me`, icon: "eyeOff", run: hide });
  }
  return entries;
}

function useManagedEntries(column: ColumnRow, ask: (asked: Asked) => void): MenuEntry[] {
  const { t } = useLingui();
  const board = useBoard();
  const sync = useSync();
  const add: MenuEntry = { id: "add", label: t`Add column after this…`, icon: "plus", run: () => ask("add") };
  const limit: MenuEntry = { id: "limit", label: t`WIP limit…`, icon: "flag", run: () => ask("limit") };
  if (column.kind !== "normal") return [];
  const ids = store.order("columns", board.boardId).filter((id) => store.read("columns", id)?.kind === "normal");
  const at = ids.indexOf(column.id);
  const isRtl = getDirection() === "rtl";
  const move = (place: { before: string | null } | { after: string | null }) => () =>
    void sync.send("column.move", { column_id: column.id, ...place });
  return [
    {
      id: "start",
      label: isRtl ? t`Move right` : t`Move left`,
      icon: "arrowStart",
      isDisabled: at <= 0,
      run: move({ before: ids[at - 1] ?? null }),
    },
    {
      id: "end",
      label: isRtl ? t`Move left` : t`Move right`,
      icon: "arrowEnd",
      isDisabled: at >= ids.length - 1,
      run: move({ after: ids[at + 1] ?? null }),
    },
    add,
    ...(board.rights.canManage ? [limit] : []),
    { id: "delete", label: t`Delete column…`, icon: "trash", isDanger: true, run: () => ask("delete") },
  ];
}

function useDeletedEntries(column: ColumnRow): MenuEntry[] {
  const { t } = useLingui();
  const board = useBoard();
  const sync = useSync();
  if (column.kind !== "deleted" || !board.rights.canWrite) return [];
  const ids = () => store.order("cards", column.id);
  const isEmpty = ids().length === 0;
  const purge = async () => {
    const count = ids().length;
    const isSure = await confirm({
      title: t`Delete for ever?`,
      body: t`${plural(count, { one: "# task is", other: "# tasks are" })} deleted with all they hold. Nothing brings them back.`,
      confirmLabel: t`Delete for ever`,
      isDanger: true,
    });
    if (isSure) await sendInParts(sync, "card.purge", ids(), { args: {}, doing: t`Deleting tasks for ever` });
  };
  const entries: MenuEntry[] = [
    {
      id: "restore",
      label: t`Restore all`,
      icon: "restore",
      isDisabled: isEmpty,
      run: () => void sendInParts(sync, "card.restore", ids(), { args: {}, doing: t`Restoring tasks` }),
    },
  ];
  if (board.rights.canManage) {
    entries.push({
      id: "purge",
      label: t`Delete tasks for ever…`,
      icon: "trash",
      isDanger: true,
      isDisabled: isEmpty,
      run: () => void purge(),
    });
  }
  return entries;
}
