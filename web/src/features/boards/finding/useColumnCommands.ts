import { useLingui } from "@lingui/react/macro";
import type { ColumnRow } from "../../../contracts/rows";
import { store, useOrder, useRow, useScope, useSync } from "../../../sync/hooks";
import { useCommands } from "../../../ui/commands";
import type { Finding } from "../../../ui/findIn";
import { commandsAsking } from "../../../ui/menuCommands";
import { paletteFrom } from "../../../ui/paletteState";
import { useBoard } from "../boardTools";
import { useColumnEntries } from "../columnEntries";
import { columnTitle } from "../columnTitle";

const none = () => undefined;

/** What a column's menu offers, as commands that ask which column; first comes the one in which the focus was. */
export function useColumnCommands(): void {
  const { t } = useLingui();
  const { boardId, personId } = useBoard();
  const entriesOf = useColumnEntries();
  const { state } = useScope(`board:${boardId}`);
  const ids = useOrder("columns", boardId);
  const hidden = useRow("board_prefs", personId ? `${personId}.${boardId}` : null)?.hidden_column_ids;
  useCommands(() => {
    const here = paletteFrom()?.closest<HTMLElement>("[data-column]")?.dataset.column;
    const columns = ids
      .flatMap((id) => store.read("columns", id) ?? [])
      .sort((a, b) => Number(b.id === here) - Number(a.id === here));
    const entries = (column: ColumnRow) =>
      entriesOf(column, { hasAll: state === "ready" && store.order("cards", column.id).length > 0 })
        .flatMap((group) => group.entries)
        .filter((entry) => !entry.isDisabled && !(entry.id === "hide" && hidden?.includes(column.id)));
    const things = columns.map((column) => ({
      ...{ id: column.id, name: columnTitle(column), icon: "sidebar" as const, entries: entries(column) },
    }));
    return commandsAsking("column", t`Column`, things);
  }, [t, ids, hidden, state]);
  useShowCommand(hidden);
}

/** The way back for columns hidden for oneself. */
function useShowCommand(hidden: readonly string[] | undefined): void {
  const { t } = useLingui();
  const sync = useSync();
  useCommands(() => {
    const columns = (hidden ?? []).flatMap((id) => store.read("columns", id) ?? []);
    if (columns.length === 0) return [];
    const show = (column: ColumnRow): Finding => ({
      ...{ id: `show/${column.id}`, label: columnTitle(column), icon: "eye" },
      run: () => void sync.send("pref.hide_column", { column_id: column.id, hidden: false }),
    });
    return [
      {
        ...{ id: "column.show", label: t`Show a hidden column…`, icon: "eye", group: t`Column`, run: none },
        choices: () => columns.map(show),
      },
    ];
  }, [t, sync, hidden]);
}
