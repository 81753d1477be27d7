import { useLingui } from "@lingui/react/macro";
import { useCallback, useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import type { CardRow, MemberRow } from "../../../contracts/rows";
import { usePerson, useSync, useTable } from "../../../sync/hooks";
import { Avatar } from "../../../ui/Avatar";
import { Icon } from "../../../ui/icons";
import { Popover } from "../../../ui/Popover";
import { useBoard } from "../../boards/boardTools";

type AssigneePickerProps = { card: CardRow; isFrozen: boolean };

/** None, one or many; board admins and team members only. */
export function AssigneePicker({ card, isFrozen }: AssigneePickerProps) {
  const { t } = useLingui();
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
          <Choices card={card} />
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

const FILTER_FROM = 9;

function Choices({ card }: { card: CardRow }) {
  const { t } = useLingui();
  const { boardId } = useBoard();
  const [wanted, setWanted] = useState("");
  const members = useTable(
    "members",
    useCallback((row: MemberRow) => row.board_id === boardId && row.role !== "visitor", [boardId]),
  );
  return (
    <div className="assignee-list">
      {members.length >= FILTER_FROM ? (
        <input
          className="field__input"
          dir="auto"
          value={wanted}
          placeholder={t`Find a person`}
          aria-label={t`Find a person`}
          onChange={(event) => setWanted(event.target.value)}
        />
      ) : null}
      {members.length === 0 ? (
        <p className="team__note">{t`Nobody of the team is here yet. Invite people from the team panel.`}</p>
      ) : null}
      {members.map((row) => (
        <Choice key={row.id} card={card} personId={row.person_id} wanted={wanted} />
      ))}
    </div>
  );
}

function Choice({ card, personId, wanted }: { card: CardRow; personId: string; wanted: string }) {
  const { t } = useLingui();
  const sync = useSync();
  const person = usePerson(personId);
  const name = person?.name ?? t`Somebody`;
  const isOn = card.assignee_ids.includes(personId);
  if (wanted && !name.toLocaleLowerCase().includes(wanted.toLocaleLowerCase())) return null;
  const toggle = () =>
    void sync.send(isOn ? "card.unassign" : "card.assign", { card_ids: [card.id], person_id: personId });
  return (
    <label className="menu__item assignee-list__one">
      <input type="checkbox" className="visually-hidden" checked={isOn} onChange={toggle} />
      <Avatar person={person ?? { id: personId, name }} size={24} isDecorative />
      <span className="menu__words" dir="auto">
        {name}
      </span>
      {isOn ? <Icon name="check" className="menu__check" /> : null}
    </label>
  );
}
