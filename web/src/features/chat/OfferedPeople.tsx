import { useLingui } from "@lingui/react/macro";
import { EVERYBODY, type Mention } from "../../kits/mentionkit";
import { Avatar } from "../../ui/Avatar";
import { classes } from "../../ui/classes";
import { Icon } from "../../ui/icons";
import type { Offer } from "./useOffer";

type OfferedPeopleProps = { id: string; offer: Offer; onChoose: (mention: Mention) => void };

/** The list above the field. The field keeps the focus and the keys, and names the choice. */
export function OfferedPeople({ id, offer, onChoose }: OfferedPeopleProps) {
  const { t } = useLingui();
  if (offer.people.length === 0) return null;
  return (
    <div className="message-field__people" role="listbox" id={id} aria-label={t`People to mention`}>
      {offer.people.map((one) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
        <div
          key={one.id}
          id={`${id}-${one.id}`}
          role="option"
          aria-selected={one === offer.chosen}
          className={classes("message-field__person", one === offer.chosen && "message-field__person--chosen")}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(one)}
        >
          {one.id === EVERYBODY ? <Icon name="people" /> : <Avatar person={one} size={20} isDecorative />}
          <bdi>{one.name}</bdi>
          {one.id === EVERYBODY ? (
            <span className="message-field__note">{t`everybody who reads this chat`}</span>
          ) : null}
        </div>
      ))}
    </div>
  );
}
