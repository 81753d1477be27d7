import { useLingui } from "@lingui/react/macro";
import { Button as AriaButton } from "react-aria-components/Button";
import type { CardRow } from "../../../contracts/rows";
import { usePerson, useSync } from "../../../sync/hooks";
import { Avatar } from "../../../ui/Avatar";
import { Icon } from "../../../ui/icons";
import { Popover } from "../../../ui/Popover";
import { PeopleChoices } from "../PeopleChoices";

type AssigneePickerProps = { card: CardRow; isFrozen: boolean };

/** None, one or many; board admins and team members only. */
export function AssigneePicker({ card, isFrozen }: AssigneePickerProps) {
  const { t } = useLingui();
  const sync = useSync();
  const ids = card.assignee_ids;
  const shown =
    ids.length === 0 ? (
      <span className="sheet__column-name sheet__column-name--none">{t`Nobody`}</span>
    ) : (
      <span className="assignees">
        {ids.map((id) => (
          <Assignee key={id} id={id} />
        ))}
      </span>
    );
  return (
    <div className="field">
      <span className="field__label">{t`Assigned to`}</span>
      {isFrozen ? (
        <span className="sheet__plain">{shown}</span>
      ) : (
        <Popover
          label={t`Assigned to`}
          placement="bottom start"
          className="assignee-popover"
          trigger={
            <AriaButton className="field__input sheet__column">
              {shown}
              <Icon name="user" size={16} />
            </AriaButton>
          }
        >
          <PeopleChoices
            ids={ids}
            onToggle={(person_id, isOn) =>
              void sync.send(isOn ? "card.assign" : "card.unassign", { card_ids: [card.id], person_id })
            }
          />
        </Popover>
      )}
    </div>
  );
}

function Assignee({ id }: { id: string }) {
  const { t } = useLingui();
  const person = usePerson(id);
  return (
    <span className="assignees__one">
      <Avatar person={person ?? { id, name: "?" }} size={20} isDecorative />
      <span dir="auto">{person?.name ?? t`Somebody`}</span>
    </span>
  );
}
