import type { Command } from "./commands";
import type { Choices } from "./findIn";
import type { IconName } from "./icons";
import type { MenuEntry } from "./MenuPopover";
import { offeredMenus } from "./menuRegistry";

/**
 * The entries of a menu as commands of the palette, so that both are told once. Each menu has a word (`card`, `column`) that begins the
 * ids of its commands; an entry that is a command already keeps its own. `place` stands behind the name.
 */
export function commandsOf(menu: string, place: string, entries: readonly MenuEntry[]): Command[] {
  return entries
    .filter((entry) => !entry.isDisabled)
    .map(({ id, label, icon, mark, keys, isSelected = false, run }) => ({
      ...{ id: commandId(menu, id), label, icon, mark, isSelected, run, group: place },
      ...(keys ? { keys: [keys] } : {}),
    }));
}

export const commandId = (menu: string, entryId: string): string =>
  entryId.includes(".") ? entryId : `${menu}.${entryId}`;

/** One of several things that have the same kind of menu: a column, a file. */
export type Thing = { id: string; name: string | null; icon?: IconName; entries: readonly MenuEntry[] };
type Act = { entry: MenuEntry; things: { thing: Thing; run: () => void }[] };

/** The menus of several things as commands, each of which asks which thing it is for; where there is but one it is named. */
export function commandsAsking(menu: string, place: string, things: readonly Thing[]): Command[] {
  const acts = new Map<string, Act>();
  for (const thing of things) {
    for (const entry of thing.entries) {
      if (entry.isDisabled) continue;
      // One act may be called otherwise of other things, such as *Move left* where nothing is left of it.
      const key =
        acts.get(entry.id)?.entry.label === entry.label
          ? entry.id
          : `${entry.id}${acts.has(entry.id) ? `.${entry.label}` : ""}`;
      const act: Act = acts.get(key) ?? { entry, things: [] };
      acts.set(key, act);
      act.things.push({ thing, run: entry.run });
    }
  }
  return [...acts].map(([key, act]) => commandOf(commandId(menu, key), place, act));
}

function commandOf(id: string, place: string, { entry, things }: Act): Command {
  const { label, icon, mark, isSelected = false } = entry;
  const shown = { id, label, icon, mark };
  const [only, ...others] = things;
  if (only && others.length === 0)
    return { ...shown, isSelected, group: only.thing.name ? `${place} “${only.thing.name}”` : place, run: only.run };
  const choices = (): Choices =>
    things.map(({ thing, run }) => ({
      ...{ id: `${entry.id}/${thing.id}`, label: thing.name ?? place, icon: thing.icon ?? icon, run },
    }));
  return { ...shown, group: place, run: () => undefined, choices };
}

/** What the menus on the page offer. */
export function menuCommands(): Command[] {
  const kinds = new Map<string, Thing[]>();
  for (const menu of offeredMenus) {
    const { kind, name, groups } = menu();
    const things = kinds.get(kind) ?? [];
    kinds.set(kind, things);
    things.push({ id: String(things.length), name, entries: groups().flatMap((group) => group.entries) });
  }
  return [...kinds].flatMap(([kind, things]) => commandsAsking(`menu.${kind}`, kind, things));
}
