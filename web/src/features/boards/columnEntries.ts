import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { ColumnRow } from "../../contracts/rows";
import { store, useCount, useScope, useSync } from "../../sync/hooks";
import type { MenuEntry } from "../../ui/Menu";
import { getDirection } from "../../ui/page";
import { useClip } from "../cards/clipboard/clipboard";
import { useBoard } from "./boardTools";

/** A dialog that an entry opens. */
export type Asked = "sort" | "limit" | "delete" | "add" | null;
type Ask = (asked: Asked) => void;

/** Acts on many cards are fetched when one is chosen. */
const loadActs = () => import("../cards/selection/bulkActs");
const loadPaste = () => import("../cards/clipboard/paste");

export function useOwnEntries(column: ColumnRow, onRename: () => void): MenuEntry[] {
  const { t } = useLingui();
  const board = useBoard();
  const sync = useSync();
  const entries: MenuEntry[] = [];
  if (board.rights.canArrange && column.kind !== "deleted") {
    const rename = () => requestAnimationFrame(onRename);
    entries.push({ id: "rename", label: t`Rename`, icon: "pencil", keys: "F2", run: rename });
  }
  if (board.personId && column.kind !== "deleted") {
    const hide = () => void sync.send("pref.hide_column", { column_id: column.id, hidden: true });
    entries.push({ id: "hide", label: t`Hide for me`, icon: "eyeOff", run: hide });
  }
  return entries;
}

/** What is done with all cards of a column. */
export function useCardsEntries(column: ColumnRow, ask: Ask): MenuEntry[] {
  const { t } = useLingui();
  const { personId, rights, selection, showMoveCard } = useBoard();
  const paste = usePasteEntry(column);
  const isEmpty = !useHasAll(column.id);
  if (personId === null) return [];
  const ids = () => store.order("cards", column.id);
  const selectAll = (wantsFocus: boolean) => () => {
    selection.wantsFocus = wantsFocus;
    selection.add(ids());
  };
  const entries: MenuEntry[] = [
    { id: "select", label: t`Select all tasks`, icon: "select", isDisabled: isEmpty, run: selectAll(false) },
  ];
  if (!rights.canWrite || column.kind === "deleted") return entries;
  if (column.kind === "normal") {
    const set = { label: t`Set details of all tasks…`, icon: "pencil" as const, isDisabled: isEmpty };
    entries.push({ id: "set", ...set, run: selectAll(true) });
  }
  entries.push(
    { id: "sort", label: t`Sort tasks…`, icon: "sort", isDisabled: isEmpty, run: () => ask("sort") },
    { id: "move", label: t`Move all tasks to…`, icon: "move", isDisabled: isEmpty, run: () => showMoveCard(ids()) },
    ...paste,
  );
  return entries;
}

/** Whether the column holds cards and all of them are here; at first only those of the first screen are. */
function useHasAll(columnId: string): boolean {
  const { state } = useScope(`board:${useBoard().boardId}`);
  return useCount("cards", columnId) > 0 && state === "ready";
}

function usePasteEntry(column: ColumnRow): MenuEntry[] {
  const { t } = useLingui();
  const sync = useSync();
  const clip = useClip(useBoard().personId);
  if (!clip) return [];
  const label = t`Paste ${plural(clip.cards.length, { one: "# task", other: "# tasks" })}`;
  const run = () => void loadPaste().then(({ endOf, paste }) => paste(sync, endOf(column.id)));
  return [{ id: "paste", label, icon: "paste", run }];
}

export function useManagedEntries(column: ColumnRow, ask: Ask): MenuEntry[] {
  const { t } = useLingui();
  const board = useBoard();
  const sync = useSync();
  if (column.kind !== "normal" || !board.rights.canArrange) return [];
  const ids = store.order("columns", board.boardId).filter((id) => store.read("columns", id)?.kind === "normal");
  const at = ids.indexOf(column.id);
  const isRtl = getDirection() === "rtl";
  const move = (place: { before: string | null } | { after: string | null }) => () =>
    void sync.send("column.move", { column_id: column.id, ...place });
  const limit: MenuEntry = { id: "limit", label: t`WIP limit…`, icon: "flag", run: () => ask("limit") };
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
    { id: "add", label: t`Add column after this…`, icon: "plus", run: () => ask("add") },
    ...(board.rights.canManage ? [limit] : []),
    { id: "delete", label: t`Delete column…`, icon: "trash", isDanger: true, run: () => ask("delete") },
  ];
}

export function useDeletedEntries(column: ColumnRow): MenuEntry[] {
  const { t } = useLingui();
  const { rights } = useBoard();
  const sync = useSync();
  const isDisabled = !useHasAll(column.id);
  if (column.kind !== "deleted" || !rights.canWrite) return [];
  const ids = () => store.order("cards", column.id);
  const restore = () => void loadActs().then(({ restoreCards }) => restoreCards(sync, ids()));
  const purge = () => void loadActs().then(({ purgeCards }) => purgeCards(sync, ids()));
  const entries: MenuEntry[] = [{ id: "restore", label: t`Restore all`, icon: "restore", isDisabled, run: restore }];
  if (rights.canManage)
    entries.push({
      id: "purge",
      label: t`Delete tasks for ever…`,
      icon: "trash",
      isDanger: true,
      isDisabled,
      run: purge,
    });
  return entries;
}
