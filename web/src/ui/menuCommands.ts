import type { Command } from "./commands";
import type { MenuEntry } from "./MenuPopover";

/**
 * The entries of a menu as commands of the palette, so that both are told once. Each menu has a word (`card`, `column`) that begins the
 * ids of its commands; an entry that is a command already keeps its own. `place` stands behind the name.
 */
export function commandsOf(menu: string, place: string, entries: readonly MenuEntry[]): Command[] {
  return entries
    .filter((entry) => !entry.isDisabled)
    .map(({ id, label, icon, mark, keys, run }) => ({
      ...{ id: commandId(menu, id), label, icon, mark, run, group: place },
      ...(keys ? { keys: [keys] } : {}),
    }));
}

export const commandId = (menu: string, entryId: string): string =>
  entryId.includes(".") ? entryId : `${menu}.${entryId}`;
