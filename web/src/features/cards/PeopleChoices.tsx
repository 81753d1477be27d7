import { useLingui } from "@lingui/react/macro";
import { useCallback, useState } from "react";
import type { MemberRow } from "../../contracts/rows";
import { usePerson, useTable } from "../../sync/hooks";
import { Avatar } from "../../ui/Avatar";
import { Icon } from "../../ui/icons";
import { useBoard } from "../boards/boardTools";
import "./PeopleChoices.css";

const FILTER_FROM = 9;

type PeopleChoicesProps = {
  /** Those who have it. */
  ids: readonly string[];
  /** Of several things: those who have at least one. */
  someIds?: readonly string[];
  onToggle: (personId: string, isOn: boolean) => void;
};

/** Whom a card or an item may be given to, each put on or off: board admins and team members. */
export function PeopleChoices({ ids, someIds = [], onToggle }: PeopleChoicesProps) {
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
      {members.map(({ id, person_id }) => (
        <Choice
          key={id}
          personId={person_id}
          isOn={ids.includes(person_id)}
          isOnSome={someIds.includes(person_id)}
          wanted={wanted}
          onToggle={onToggle}
        />
      ))}
    </div>
  );
}

type ChoiceProps = Pick<PeopleChoicesProps, "onToggle"> & {
  personId: string;
  isOn: boolean;
  isOnSome: boolean;
  wanted: string;
};

function Choice({ personId, isOn, isOnSome, wanted, onToggle }: ChoiceProps) {
  const { t } = useLingui();
  const person = usePerson(personId);
  const name = person?.name ?? t`Somebody`;
  if (wanted && !name.toLocaleLowerCase().includes(wanted.toLocaleLowerCase())) return null;
  return (
    <label className="menu__item assignee-list__one">
      <input type="checkbox" className="visually-hidden" checked={isOn} onChange={() => onToggle(personId, !isOn)} />
      <Avatar person={person ?? { id: personId, name }} size={24} isDecorative />
      <span className="menu__words" dir="auto">
        {name}
      </span>
      {isOn ? <Icon name="check" className="menu__check" /> : null}
      {isOnSome && !isOn ? <span className="menu__some" role="img" aria-label={t`On some`} /> : null}
    </label>
  );
}
