import { useLingui } from "@lingui/react/macro";
import { useSync, useUndo } from "../../sync/hooks";
import { announce } from "../../ui/announce";
import { useCommands } from "../../ui/commands";

/** Undo and redo on pages that are no board's. */
export function useUndoCommands(): void {
  const { t } = useLingui();
  const sync = useSync();
  const { canUndo, canRedo } = useUndo();
  useCommands(() => {
    const group = t`Everywhere`;
    const undo = () => {
      sync.undo();
      announce(t`Undone`);
    };
    const redo = () => {
      sync.redo();
      announce(t`Done again`);
    };
    return [
      { id: "change.undo", label: t`Undo`, group, icon: "undo", keys: ["mod+z"], guard: () => canUndo, run: undo },
      {
        id: "change.redo",
        label: t`Redo`,
        group,
        icon: "redo",
        keys: ["mod+shift+z", "mod+y"],
        guard: () => canRedo,
        run: redo,
      },
    ];
  }, [t, sync, canUndo, canRedo]);
}
