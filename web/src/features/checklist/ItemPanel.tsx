import { useLingui } from "@lingui/react/macro";
import { useRow, useSync } from "../../sync/hooks";
import { MenuPopover } from "../../ui/MenuPopover";
import { PopoverPanel } from "../../ui/PopoverPanel";
import { DueForm } from "../cards/DueForm";
import { PeopleChoices } from "../cards/PeopleChoices";
import type { ItemPanelKind } from "./checklistTools";
import { useItemGroups } from "./useItemGroups";

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
  const groupsOf = useItemGroups(shown);
  return (
    <MenuPopover
      label={t`Actions`}
      placement="bottom end"
      triggerRef={{ current: anchor }}
      groups={groupsOf(itemId, anchor)}
      onClose={onClose}
    />
  );
}
