import type { ReactNode, RefObject } from "react";
import { Header } from "react-aria-components/Header";
import { Menu as AriaMenu, MenuItem, MenuSection, Separator } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { classes } from "./classes";
import { Icon, type IconName } from "./icons";
import { Keys } from "./keys";
import "./Menu.css";
import "./Popover.css";

export type MenuEntry = {
  id: string;
  label: string;
  icon?: IconName;
  /** Something small instead of an icon, such as a coloured dot. */
  mark?: ReactNode;
  keys?: string;
  /** A quiet second line. */
  note?: string;
  isSelected?: boolean;
  isDisabled?: boolean;
  isDanger?: boolean;
  run: () => void;
};

/** Groups are parted by a line; a group may have a title. One level: a choice that needs more opens a dialog. */
export type MenuGroup = { id: string; title?: string; entries: readonly MenuEntry[] };

export type MenuPlacement = "bottom start" | "bottom end" | "top start" | "top end";

type MenuPopoverProps = {
  label: string;
  groups: readonly MenuGroup[];
  placement: MenuPlacement;
  header?: ReactNode;
  triggerRef: RefObject<HTMLElement | null>;
  onClose: () => void;
};

export function MenuPopover({ label, groups, placement, header, triggerRef, onClose }: MenuPopoverProps) {
  const filled = groups.filter((group) => group.entries.length > 0);
  return (
    <Popover
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      triggerRef={triggerRef}
      trigger="MenuTrigger"
      aria-label={label}
      className="popover menu-popover"
      placement={placement}
      offset={4}
    >
      {header}
      <AriaMenu className="menu" aria-label={label} autoFocus="first" onClose={onClose}>
        {filled.map((group, index) => [
          index > 0 ? <Separator key={`${group.id}-line`} className="menu__line" /> : null,
          <MenuSection key={group.id} aria-label={group.title ?? label}>
            {group.title ? <Header className="menu__title">{group.title}</Header> : null}
            {group.entries.map((entry) => (
              <Entry key={entry.id} entry={entry} hasLeading={group.entries.some((one) => one.icon || one.mark)} />
            ))}
          </MenuSection>,
        ])}
      </AriaMenu>
    </Popover>
  );
}

function Entry({ entry, hasLeading }: { entry: MenuEntry; hasLeading: boolean }) {
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      isDisabled={entry.isDisabled}
      onAction={entry.run}
      className={classes("menu__item", entry.isDanger && "menu__item--danger")}
    >
      {hasLeading ? (
        <span className="menu__leading">{entry.icon ? <Icon name={entry.icon} /> : entry.mark}</span>
      ) : null}
      <span className="menu__words">
        {entry.label}
        {entry.note ? <span className="menu__note">{entry.note}</span> : null}
      </span>
      {entry.isSelected ? <Icon name="check" className="menu__check" /> : null}
      {entry.keys ? <Keys keys={entry.keys} /> : null}
    </MenuItem>
  );
}
