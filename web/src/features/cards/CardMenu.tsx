import { useLingui } from "@lingui/react/macro";
import { Menu as AriaMenu, MenuItem } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import type { CardRow } from "../../contracts/rows";
import { useRow } from "../../sync/hooks";
import { classes } from "../../ui/classes";
import { Icon } from "../../ui/icons";
import { Keys } from "../../ui/keys";
import type { MenuEntry } from "../../ui/Menu";
import "../../ui/Menu.css";
import "../../ui/Popover.css";
import { useCardEntries } from "./useCardEntries";

export type CardMenuPlace = { cardId: string; anchor: HTMLElement };

/** One menu for all cards of the board, opened where it is asked for; a menu a card would be thousands. */
export function CardMenu({ place, onClose }: { place: CardMenuPlace | null; onClose: () => void }) {
  const card = useRow("cards", place?.cardId);
  return place && card ? <OpenMenu card={card} anchor={place.anchor} onClose={onClose} /> : null;
}

function OpenMenu({ card, anchor, onClose }: { card: CardRow; anchor: HTMLElement; onClose: () => void }) {
  const { t } = useLingui();
  const entries = useCardEntries(card);
  const title = card.title;
  const close = () => {
    onClose();
    anchor.closest("[data-card]")?.querySelector<HTMLElement>("[data-card-link]")?.focus({ preventScroll: true });
  };
  return (
    <Popover
      className="popover menu-popover"
      isOpen
      triggerRef={{ current: anchor }}
      placement="bottom end"
      offset={4}
      onOpenChange={close}
    >
      <AriaMenu className="menu" aria-label={t`Actions for “${title}”`} autoFocus="first" onAction={close}>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </AriaMenu>
    </Popover>
  );
}

function Entry({ entry }: { entry: MenuEntry }) {
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      onAction={entry.run}
      className={classes("menu__item", entry.isDanger && "menu__item--danger")}
    >
      <span className="menu__leading">{entry.icon ? <Icon name={entry.icon} /> : null}</span>
      <span className="menu__words">{entry.label}</span>
      {entry.keys ? <Keys keys={entry.keys} /> : null}
    </MenuItem>
  );
}
