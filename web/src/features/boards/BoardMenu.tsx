import { useLingui } from "@lingui/react/macro";
import { IconButton } from "../../ui/Button";
import { useCommandEntries } from "../../ui/CommandButton";
import { Menu, type MenuEntry } from "../../ui/Menu";
import { panels } from "./panels";

type BoardMenuProps = { showDeleted: boolean; setShowDeleted: (show: boolean) => void };

export function BoardMenu({ showDeleted, setShowDeleted }: BoardMenuProps) {
  const { t } = useLingui();
  const shared = useCommandEntries([
    "board.settings",
    "board.favourite",
    "column.add",
    ...panels.map((panel) => `board.${panel.id}`),
  ]);
  const deleted: MenuEntry = {
    id: "deleted",
    label: t`Show Deleted`,
    icon: "trash",
    isSelected: showDeleted,
    run: () => setShowDeleted(!showDeleted),
  };
  return (
    <Menu label={t`Board`} groups={[{ id: "board", entries: [...shared, deleted] }]}>
      <IconButton icon="dots" label={t`Board actions`} />
    </Menu>
  );
}
