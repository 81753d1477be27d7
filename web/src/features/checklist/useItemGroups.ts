import { useLingui } from "@lingui/react/macro";
import type { MenuEntry, MenuGroup } from "../../ui/Menu";
import { useChecklist } from "./checklistTools";

/** What can be done with an item of a checklist of which these are shown; pickers open beside `anchor`. */
export function useItemGroups(shown: readonly string[]): (itemId: string, anchor: HTMLElement) => readonly MenuGroup[] {
  const { t } = useLingui();
  const { acts, edit, open, focusNext } = useChecklist();
  const leave = (itemId: string, act: (itemId: string) => void) => {
    focusNext(itemId, "text");
    act(itemId);
  };
  const step = (itemId: string, by: 1 | -1) => () => acts.step(itemId, by, shown);
  return (itemId, anchor) => {
    const at = shown.indexOf(itemId);
    const change: MenuEntry[] = [
      { id: "edit", label: t`Edit the text`, icon: "pencil", keys: "enter", run: () => edit(itemId) },
      { id: "people", label: t`Assign…`, icon: "user", run: () => open(itemId, "people", anchor) },
      { id: "due", label: t`Due date…`, icon: "calendar", run: () => open(itemId, "due", anchor) },
    ];
    const place: MenuEntry[] = [
      {
        ...{ id: "up", label: t`Move up`, icon: "chevronUp", keys: "alt+arrowup" },
        ...{ isDisabled: at <= 0, run: step(itemId, -1) },
      },
      {
        ...{ id: "down", label: t`Move down`, icon: "chevronDown", keys: "alt+arrowdown" },
        ...{ isDisabled: at >= shown.length - 1, run: step(itemId, 1) },
      },
    ];
    const end: MenuEntry[] = [
      { id: "card", label: t`Make it a task`, icon: "arrowEnd", run: () => leave(itemId, acts.makeCard) },
      {
        ...{ id: "remove", label: t`Delete`, icon: "trash", keys: "delete", isDanger: true },
        run: () => leave(itemId, acts.remove),
      },
    ];
    return [
      { id: "change", entries: change },
      { id: "place", entries: place },
      { id: "end", entries: end },
    ];
  };
}
