import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { useSync } from "../../../sync/hooks";
import { type Command, useCommands } from "../../../ui/commands";
import { useBoard } from "../../boards/boardTools";
import { selectionActs } from "../selection/useSelectionCommands";
import { useFactCommands } from "./useFactCommands";
import { useSteady } from "./useSteady";

/** The commands of the selected cards, while the palette is open. */
export function SelectionFindings() {
  const { t } = useLingui();
  const sync = useSync();
  const board = useBoard();
  const ids = useSteady(board.selection.cards());
  const place = plural(ids.length, { one: "# selected task", other: "# selected tasks" });
  const facts = useFactCommands(ids, place);
  const acts = useMemo(() => selectionActs(board, sync), [board, sync]);
  const { canWrite } = board.rights;
  const all: (Command | false)[] = [
    ...facts,
    canWrite && {
      id: "select.complete",
      label: t`Complete`,
      icon: "check",
      keys: ["c"],
      group: place,
      run: acts.complete,
    },
    canWrite && { id: "select.cut", label: t`Cut`, icon: "cut", keys: ["mod+x"], group: place, run: acts.cut },
    { id: "select.copy", label: t`Copy`, icon: "copy", keys: ["mod+c"], group: place, run: acts.copy },
    canWrite && {
      id: "select.duplicate",
      label: t`Duplicate`,
      icon: "plus",
      keys: ["shift+d"],
      group: place,
      run: acts.duplicate,
    },
    canWrite && {
      id: "select.delete",
      label: t`Delete`,
      icon: "trash",
      keys: ["delete"],
      group: place,
      run: acts.remove,
    },
    {
      ...{ id: "select.clear", label: t`Clear the selection`, icon: "close", keys: ["escape"], group: place },
      run: () => board.selection.clear(),
    },
  ];
  useCommands(() => all.filter((command) => command !== false), [ids, canWrite, acts, all.length, facts.length]);
  return null;
}
