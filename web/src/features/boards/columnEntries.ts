import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { ColumnRow } from "../../contracts/rows";
import { store, useSync } from "../../sync/hooks";
import type { MenuEntry, MenuGroup } from "../../ui/Menu";
import { getDirection } from "../../ui/page";
import { useClip } from "../cards/clipboard/clipboard";
import { useBoard } from "./boardTools";
import { askColumn } from "./columnQuestion";

/** Acts on many cards are fetched when one is chosen. */
const loadActs = () => import("../cards/selection/bulkActs");
const loadPaste = () => import("../cards/clipboard/paste");

type Options = {
  /** Whether the column holds cards and all of them are here; at first only those of the first screen are. */
  hasAll: boolean;
  /** Makes its name a field where it stands; left out, a dialog asks. */
  onRename?: () => void;
};
/** What may be done with a column, as groups of a menu. */
export type ColumnEntriesOf = (column: ColumnRow, options: Options) => readonly MenuGroup[];

export function useColumnEntries(): ColumnEntriesOf {
  const own = useOwnEntries();
  const cards = useCardsEntries();
  const managed = useManagedEntries();
  const deleted = useDeletedEntries();
  return (column, options) => {
    const places = managed(column);
    return [
      { id: "own", entries: own(column, options) },
      { id: "cards", entries: cards(column, options) },
      { id: "columns", entries: places.filter((entry) => !entry.isDanger) },
      { id: "deleted", entries: deleted(column, options) },
      { id: "danger", entries: places.filter((entry) => entry.isDanger) },
    ];
  };
}

const asking = (column: ColumnRow, kind: "rename" | "sort" | "limit" | "delete" | "add") => () =>
  askColumn({ columnId: column.id, kind });

function useOwnEntries() {
  const { t } = useLingui();
  const board = useBoard();
  const sync = useSync();
  return (column: ColumnRow, { onRename }: Options): MenuEntry[] => {
    const entries: MenuEntry[] = [];
    if (board.rights.canArrange && column.kind !== "deleted") {
      const rename = onRename ? () => requestAnimationFrame(onRename) : asking(column, "rename");
      entries.push({ id: "rename", label: t`Rename`, icon: "pencil", keys: "F2", run: () => void rename() });
    }
    if (board.personId && column.kind !== "deleted") {
      const hide = () => void sync.send("pref.hide_column", { column_id: column.id, hidden: true });
      entries.push({ id: "hide", label: t`Hide for me`, icon: "eyeOff", run: hide });
    }
    return entries;
  };
}

/** What is done with all cards of a column. */
function useCardsEntries() {
  const { t } = useLingui();
  const { personId, rights, selection, showMoveCard } = useBoard();
  const pasteInto = usePasteEntry();
  return (column: ColumnRow, { hasAll }: Options): MenuEntry[] => {
    if (personId === null) return [];
    const isDisabled = !hasAll;
    const ids = () => store.order("cards", column.id);
    const selectAll = (wantsFocus: boolean) => () => {
      selection.wantsFocus = wantsFocus;
      selection.add(ids());
    };
    const entries: MenuEntry[] = [
      { id: "select", label: t`Select all tasks`, icon: "select", isDisabled, run: selectAll(false) },
    ];
    if (!rights.canWrite || column.kind === "deleted") return entries;
    if (column.kind === "normal") {
      const set = { label: t`Set details of all tasks…`, icon: "pencil" as const, isDisabled };
      entries.push({ id: "set", ...set, run: selectAll(true) });
    }
    entries.push(
      { id: "sort", label: t`Sort tasks…`, icon: "sort", isDisabled, run: asking(column, "sort") },
      { id: "move", label: t`Move all tasks to…`, icon: "move", isDisabled, run: () => showMoveCard(ids()) },
      ...pasteInto(column),
    );
    return entries;
  };
}

function usePasteEntry() {
  const { t } = useLingui();
  const sync = useSync();
  const clip = useClip(useBoard().personId);
  return (column: ColumnRow): MenuEntry[] => {
    if (!clip) return [];
    const label = t`Paste ${plural(clip.cards.length, { one: "# task", other: "# tasks" })}`;
    const run = () => void loadPaste().then(({ endOf, paste }) => paste(sync, endOf(column.id)));
    return [{ id: "paste", label, icon: "paste", run }];
  };
}

function useManagedEntries() {
  const { t } = useLingui();
  const board = useBoard();
  const sync = useSync();
  return (column: ColumnRow): MenuEntry[] => {
    if (column.kind !== "normal" || !board.rights.canArrange) return [];
    const ids = store.order("columns", board.boardId).filter((id) => store.read("columns", id)?.kind === "normal");
    const at = ids.indexOf(column.id);
    const isRtl = getDirection() === "rtl";
    const move = (place: { before: string | null } | { after: string | null }) => () =>
      void sync.send("column.move", { column_id: column.id, ...place });
    const limit: MenuEntry = { id: "limit", label: t`WIP limit…`, icon: "flag", run: asking(column, "limit") };
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
      { id: "add", label: t`Add column after this…`, icon: "plus", run: asking(column, "add") },
      ...(board.rights.canManage ? [limit] : []),
      { id: "delete", label: t`Delete column…`, icon: "trash", isDanger: true, run: asking(column, "delete") },
    ];
  };
}

function useDeletedEntries() {
  const { t } = useLingui();
  const { rights } = useBoard();
  const sync = useSync();
  return (column: ColumnRow, { hasAll }: Options): MenuEntry[] => {
    if (column.kind !== "deleted" || !rights.canWrite) return [];
    const ids = () => store.order("cards", column.id);
    const act = { isDisabled: !hasAll };
    const restore = () => void loadActs().then(({ restoreCards }) => restoreCards(sync, ids()));
    const purge = () => void loadActs().then(({ purgeCards }) => purgeCards(sync, ids()));
    const entries: MenuEntry[] = [{ id: "restore", label: t`Restore all`, icon: "restore", ...act, run: restore }];
    if (rights.canManage)
      entries.push({
        ...{ id: "purge", label: t`Delete tasks for ever…`, icon: "trash", isDanger: true },
        ...{ ...act, run: purge },
      });
    return entries;
  };
}
