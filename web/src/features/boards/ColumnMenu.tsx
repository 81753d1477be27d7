import { useLingui } from "@lingui/react/macro";
import type { ColumnRow } from "../../contracts/rows";
import { useCount, useScope } from "../../sync/hooks";
import { IconButton } from "../../ui/Button";
import { Menu } from "../../ui/Menu";
import { useBoard } from "./boardTools";
import { useColumnEntries } from "./columnEntries";

export function ColumnMenu({ column, title, onRename }: { column: ColumnRow; title: string; onRename: () => void }) {
  const { t } = useLingui();
  const entriesOf = useColumnEntries();
  const { state } = useScope(`board:${useBoard().boardId}`);
  const hasAll = useCount("cards", column.id) > 0 && state === "ready";
  const groups = entriesOf(column, { hasAll, onRename });
  if (groups.every((group) => group.entries.length === 0)) return <span className="column__menu" />;
  return (
    <span className="column__menu">
      <Menu label={t`Column “${title}”`} groups={groups} commands="column">
        <IconButton size="small" icon="dots" label={t`Column actions`} />
      </Menu>
    </span>
  );
}
