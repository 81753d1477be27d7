import { useLingui } from "@lingui/react/macro";
import { IconButton } from "../../ui/Button";
import { useCommandEntries } from "../../ui/CommandButton";
import { Menu, type MenuEntry } from "../../ui/Menu";
import { useMarks } from "../marks/marksStore";
import { useBoard } from "./boardTools";
import { panels } from "./panels";
import { usePlace } from "./place";
import { useThisBoardLife } from "./useThisBoardLife";

type BoardMenuProps = { showDeleted: boolean; setShowDeleted: (show: boolean) => void };

/** All one may do with the board. */
export function BoardMenu({ showDeleted, setShowDeleted }: BoardMenuProps) {
  const { t } = useLingui();
  const shared = useCommandEntries([
    "board.settings",
    "board.favourite",
    "board.mark_read",
    "column.add",
    ...panels.map((panel) => `board.${panel.id}`),
  ]);
  const { boardId, personId } = useBoard();
  const { go } = usePlace();
  const life = useThisBoardLife();
  const marks = useMarks(boardId);
  const changed = new Set(panels.flatMap(({ id, sees }) => (sees && marks?.has(sees) ? `board.${id}` : [])));
  const named = shared.map((entry) => (changed.has(entry.id) ? { ...entry, note: t`New` } : entry));
  const deleted: MenuEntry = {
    id: "board.show_deleted",
    label: t`Show Deleted`,
    icon: "trash",
    isSelected: showDeleted,
    run: () => setShowDeleted(!showDeleted),
  };
  const overview: MenuEntry = {
    id: "board.settings.overview",
    label: t`Overview`,
    icon: "fileText",
    run: () => go({ settings: "overview" }),
  };
  const parts = [[...named, ...(personId ? [overview] : []), deleted], ...life].filter((entries) => entries.length > 0);
  return (
    <Menu label={t`Board`} groups={parts.map((entries, at) => ({ id: `part-${at}`, entries }))} commands="board">
      <IconButton
        icon="dots"
        label={t`Board actions`}
        className={changed.size > 0 ? "board-bar__menu--changed" : undefined}
      />
    </Menu>
  );
}
