import { useLingui } from "@lingui/react/macro";
import { store } from "../../sync/hooks";
import { useCommands } from "../../ui/commands";
import { commandsAsking } from "../../ui/menuCommands";
import { useItemGroups } from "./useItemGroups";

/** The menu of the items as commands that ask which item, while the palette is open over them. */
export function ItemFindings({ shown }: { shown: readonly string[] }) {
  const { t } = useLingui();
  const groupsOf = useItemGroups(shown);
  useCommands(() => {
    const things = shown.flatMap((id) => {
      const line = `[data-item="${CSS.escape(id)}"]`;
      const anchor = document.querySelector<HTMLElement>(`${line} [data-part="menu"]`);
      const item = store.read("checklist_items", id);
      if (!anchor || !item) return [];
      const entries = groupsOf(id, anchor).flatMap((group) => group.entries);
      return { id, name: item.text, icon: "checklist" as const, entries };
    });
    return commandsAsking("item", t`Checklist item`, things);
  }, [t, shown]);
  return null;
}
