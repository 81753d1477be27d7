import { useLingui } from "@lingui/react/macro";
import { type Command, useCommands } from "../../ui/commands";
import type { BoardTools } from "./boardTools";
import { panels } from "./panels";
import type { Place } from "./place";

/** The commands that open what has an address of its own: the board's settings, and the panels beside it, which they also close. */
export function usePlaceCommands(board: BoardTools, { panel, go }: Place): void {
  const { t, i18n } = useLingui();
  useCommands((): readonly Command[] => {
    const group = t`Board`;
    const settings: Command = {
      id: "board.settings",
      label: t`Board settings`,
      group,
      icon: "settings",
      keys: [","],
      guard: () => board.personId !== null,
      run: () => go({ settings: "overview" }),
    };
    const sides = panels.map((one) => ({
      id: `board.${one.id}`,
      label: i18n._(one.title),
      group,
      icon: one.icon,
      ...(one.keys ? { keys: one.keys } : {}),
      guard: () => one.isShown(board),
      run: () => go({ panel: panel === one.id ? null : one.id }),
    }));
    return [settings, ...sides];
  }, [t, i18n, board, panel, go]);
}
