import { useLingui } from "@lingui/react/macro";
import { useRow, useSync } from "../../sync/hooks";
import type { MenuEntry } from "../../ui/Menu";
import { MenuPopover } from "../../ui/MenuPopover";
import { PopoverPanel } from "../../ui/PopoverPanel";
import { DueForm } from "../cards/DueForm";
import { PeopleChoices } from "../cards/PeopleChoices";
import { type ItemPanelKind, useChecklist } from "./checklistTools";

export type OpenPanel = { itemId: string; kind: ItemPanelKind; anchor: HTMLElement };

type ItemPanelProps = OpenPanel & { shown: readonly string[]; onClose: () => void };

/** What one line has open: one for all lines, shown beside the button that asked for it. */
export function ItemPanel({ itemId, kind, anchor, shown, onClose }: ItemPanelProps) {
  const { t } = useLingui();
  const sync = useSync();
  const item = useRow("checklist_items", itemId);
  const triggerRef = { current: anchor };
  if (!item) return null;
  if (kind === "menu") return <ItemMenu itemId={itemId} anchor={anchor} shown={shown} onClose={onClose} />;
  const item_ids = [itemId];
  return (
    <PopoverPanel
      label={kind === "due" ? t`Due` : t`Assigned to`}
      placement="bottom end"
      triggerRef={triggerRef}
      onClose={onClose}
      className={kind === "people" ? "assignee-popover" : undefined}
    >
      {kind === "due" ? (
        <DueForm
          due={item}
          onSet={(wish) => void sync.send("checklist.set_due", { item_ids, ...wish })}
          onClose={onClose}
        />
      ) : (
        <PeopleChoices
          ids={item.assignee_ids}
          onToggle={(person_id, isOn) =>
            void sync.send(isOn ? "checklist.assign" : "checklist.unassign", { item_ids, person_id })
          }
        />
      )}
    </PopoverPanel>
  );
}

function ItemMenu({ itemId, anchor, shown, onClose }: Omit<ItemPanelProps, "kind">) {
  const { t } = useLingui();
  const { acts, edit, open, focusNext } = useChecklist();
  const at = shown.indexOf(itemId);
  const leave = (act: (itemId: string) => void) => {
    focusNext(itemId, "text");
    act(itemId);
  };
  const change: MenuEntry[] = [
    { id: "edit", label: t`Edit the text`, icon: "pencil", keys: "enter", run: () => edit(itemId) },
    { id: "people", label: t`Assign…`, icon: "user", run: () => open(itemId, "people", anchor) },
    { id: "due", label: t`Due date…`, icon: "calendar", run: () => open(itemId, "due", anchor) },
  ];
  const place: MenuEntry[] = [
    {
      id: "up",
      label: t`Move up`,
      icon: "chevronUp",
      keys: "alt+arrowup",
      isDisabled: at <= 0,
      run: () => acts.step(itemId, -1, shown),
    },
    {
      id: "down",
      label: t`Move down`,
      icon: "chevronDown",
      keys: "alt+arrowdown",
      isDisabled: at >= shown.length - 1,
      run: () => acts.step(itemId, 1, shown),
    },
  ];
  const end: MenuEntry[] = [
    { id: "card", label: t`Make it a task`, icon: "arrowEnd", run: () => leave(acts.makeCard) },
    {
      id: "remove",
      label: t`Delete`,
      icon: "trash",
      keys: "delete",
      isDanger: true,
      run: () => leave(acts.remove),
    },
  ];
  return (
    <MenuPopover
      label={t`Actions`}
      placement="bottom end"
      triggerRef={{ current: anchor }}
      groups={[
        { id: "change", entries: change },
        { id: "place", entries: place },
        { id: "end", entries: end },
      ]}
      onClose={onClose}
    />
  );
}
