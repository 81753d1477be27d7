import { useLingui } from "@lingui/react/macro";
import { useSync } from "../../sync/hooks";
import { IconButton } from "../../ui/Button";
import { useCommandEntries } from "../../ui/CommandButton";
import { Menu, type MenuEntry } from "../../ui/Menu";
import { useBoard } from "./boardTools";
import { panels } from "./panels";

type BoardMenuProps = { showDeleted: boolean; setShowDeleted: (show: boolean) => void; onPrivacy: () => void };

export function BoardMenu({ showDeleted, setShowDeleted, onPrivacy }: BoardMenuProps) {
  const { t } = useLingui();
  const { board, boardId, rights } = useBoard();
  const sync = useSync();
  const shared = useCommandEntries(["board.favourite", "column.add", ...panels.map((panel) => `board.${panel.id}`)]);
  const deleted: MenuEntry = {
    id: "deleted",
    label: t`Show Deleted`,
    icon: "trash",
    isSelected: showDeleted,
    run: () => setShowDeleted(!showDeleted),
  };
  const modes = [
    { id: "off", label: t`Off`, note: t`Limits are not shown` },
    { id: "warn", label: t`Warn`, note: t`Over the limit the header turns red` },
    { id: "block", label: t`Block`, note: t`A full column takes no more tasks` },
  ] as const;
  const groups = [
    { id: "board", entries: [...shared, deleted, ...privacyEntry()] },
    {
      id: "wip",
      title: t`WIP limits`,
      entries: rights.canManage
        ? modes.map((mode) => ({
            ...mode,
            isSelected: board.wip_mode === mode.id,
            run: () => void sync.send("board.set_wip_mode", { board_id: boardId, mode: mode.id }),
          }))
        : [],
    },
  ];
  function privacyEntry(): MenuEntry[] {
    return rights.canManage ? [{ id: "privacy", label: t`Who may see this board…`, icon: "lock", run: onPrivacy }] : [];
  }
  return (
    <Menu label={t`Board`} groups={groups}>
      <IconButton icon="dots" label={t`Board actions`} />
    </Menu>
  );
}
