import { useLingui } from "@lingui/react/macro";
import { lazy, Suspense } from "react";
import { IconButton } from "../../ui/Button";
import { useCommandEntries } from "../../ui/CommandButton";
import { Menu, type MenuEntry } from "../../ui/Menu";
import { useLifeQuestion } from "../home/life/lifeStore";
import { panels } from "./panels";
import { useThisBoardLife } from "./useThisBoardLife";

const LifeHost = lazy(() => import("../home/life/LifeHost").then((module) => ({ default: module.LifeHost })));

type BoardMenuProps = { showDeleted: boolean; setShowDeleted: (show: boolean) => void };

/** All one may do with the board, and the dialogs that some of it asks for. */
export function BoardMenu({ showDeleted, setShowDeleted }: BoardMenuProps) {
  const { t } = useLingui();
  const shared = useCommandEntries([
    "board.settings",
    "board.favourite",
    "column.add",
    ...panels.map((panel) => `board.${panel.id}`),
  ]);
  const life = useThisBoardLife();
  const isAsking = useLifeQuestion() !== null;
  const deleted: MenuEntry = {
    id: "deleted",
    label: t`Show Deleted`,
    icon: "trash",
    isSelected: showDeleted,
    run: () => setShowDeleted(!showDeleted),
  };
  const parts = [[...shared, deleted], ...life].filter((entries) => entries.length > 0);
  return (
    <>
      <Menu label={t`Board`} groups={parts.map((entries, at) => ({ id: `part-${at}`, entries }))}>
        <IconButton icon="dots" label={t`Board actions`} />
      </Menu>
      <Suspense>{isAsking ? <LifeHost /> : null}</Suspense>
    </>
  );
}
