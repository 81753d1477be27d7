import { useLingui } from "@lingui/react/macro";
import { useCallback, useMemo } from "react";
import type { MemberRow, TagRow } from "../../contracts/rows";
import { useSync, useTable } from "../../sync/hooks";
import { Avatar } from "../../ui/Avatar";
import { TextField } from "../../ui/Field";
import { Icon } from "../../ui/icons";
import { Tag } from "../../ui/Label";
import { hueOf } from "../boards/tagHues";
import { folded } from "../boards/tagNames";
import { priorities, priorityIcon, priorityWord, statuses, statusWord } from "../cards/facts";
import { StatusDot } from "../cards/StatusDot";
import { type ChipChoice, ChoiceChips } from "./ChoiceChips";
import "./FilterForm.css";
import { DUE_WORDS, type Filter, MOST_TEXT } from "./filter";
import { dueWord } from "./filterWords";
import { useNameOf } from "./useNameOf";

type FilterFormProps = {
  filter: Filter;
  onChange: (filter: Filter) => void;
  /** The board whose people and tags are offered. */
  board?: string;
  /** Ids of people, and tags, offered besides. */
  people?: readonly string[];
  tags?: readonly Pick<TagRow, "name" | "hue">[];
};

const NOBODY: readonly string[] = [];
const NO_TAGS: readonly Pick<TagRow, "name" | "hue">[] = [];

/** What is to be picked out, kind by kind: several of one kind mean any of them, several kinds mean all of them. */
export function FilterForm({ filter, onChange, board, people = NOBODY, tags = NO_TAGS }: FilterFormProps) {
  const { t } = useLingui();
  const nameOf = useNameOf(filter.assignees);
  const assignees = usePeopleChoices(board, people);
  const tagChoices = useTagChoices(board, tags);
  const set = <K extends keyof Filter>(kind: K, chosen: readonly string[]) => onChange({ ...filter, [kind]: chosen });
  return (
    <div className="filter-form">
      <p className="filter-form__how">{t`Several of one kind: any of them. Several kinds: all of them.`}</p>
      <ChoiceChips
        label={t`Assignee`}
        choices={assignees}
        chosen={filter.assignees}
        onChange={(chosen) => set("assignees", chosen)}
        nameOf={nameOf}
        find={{ label: t`Find a person` }}
      />
      <ChoiceChips
        label={t`Status`}
        choices={statuses.map((id) => ({ id, label: statusWord(id), face: <WithDot status={id} /> }))}
        chosen={filter.statuses}
        onChange={(chosen) => set("statuses", chosen)}
      />
      <ChoiceChips
        label={t`Due`}
        choices={DUE_WORDS.map((id) => ({ id, label: dueWord(id) }))}
        chosen={filter.due}
        onChange={(chosen) => set("due", chosen)}
      />
      <ChoiceChips
        label={t`Priority`}
        choices={priorities.map((id) => ({ id, label: priorityWord(id), face: <WithFlag priority={id} /> }))}
        chosen={filter.priorities}
        onChange={(chosen) => set("priorities", chosen)}
      />
      <ChoiceChips
        label={t`Tags`}
        choices={tagChoices}
        chosen={filter.tags.map((name) => tagChoices.find((one) => folded(one.id) === folded(name))?.id ?? name)}
        onChange={(chosen) => set("tags", chosen)}
        find={{ label: board ? t`Find a tag` : t`Find a tag, or add one by its name`, canAdd: !board }}
      />
      <TextField
        label={t`Words in the title`}
        value={filter.text}
        maxLength={MOST_TEXT}
        autoComplete="off"
        onChange={(text) => onChange({ ...filter, text })}
      />
    </div>
  );
}

function usePeopleChoices(board: string | undefined, people: readonly string[]): readonly ChipChoice[] {
  const { t } = useLingui();
  const { directory, person } = useSync();
  const members = useTable(
    "members",
    useCallback((row: MemberRow) => row.board_id === board && row.role !== "visitor", [board]),
  );
  return useMemo(() => {
    const ids = new Set([...members.map((row) => row.person_id), ...people]);
    if (person) ids.delete(person);
    const named = [...ids].flatMap((id) => directory.get(id) ?? []);
    named.sort((one, other) => one.name.localeCompare(other.name));
    const icon = <Icon name="user" size={16} />;
    return [
      ...(person ? [{ id: "me", label: t`Me`, face: <WithIcon icon={icon} word={t`Me`} /> }] : []),
      { id: "none", label: t`Unassigned` },
      ...named.map((one) => ({
        id: one.id,
        label: one.name,
        face: <WithIcon icon={<Avatar person={one} size={20} isDecorative />} word={one.name} />,
      })),
    ];
  }, [members, people, directory, person, t]);
}

/** By name, each once: tags of several boards that are called the same are one here. */
function useTagChoices(board: string | undefined, others: FilterFormProps["tags"] & {}): readonly ChipChoice[] {
  const own = useTable(
    "tags",
    useCallback((row: TagRow) => row.board_id === board, [board]),
  );
  return useMemo(() => {
    const byName = new Map([...own, ...others].map((tag) => [folded(tag.name), tag]));
    const tags = [...byName.values()].sort((one, other) => one.name.localeCompare(other.name));
    return tags.map(({ name, hue }) => ({ id: name, label: name, face: <Tag hue={hueOf(hue)}>{name}</Tag> }));
  }, [own, others]);
}

function WithIcon({ icon, word }: { icon: React.ReactNode; word: string }) {
  return (
    <>
      {icon}
      <bdi className="chip__word">{word}</bdi>
    </>
  );
}

const WithDot = ({ status }: { status: string }) => (
  <WithIcon icon={<StatusDot status={status} />} word={statusWord(status)} />
);

const WithFlag = ({ priority }: { priority: string }) => (
  <WithIcon
    icon={priority === "normal" ? null : <Icon name={priorityIcon(priority)} size={16} />}
    word={priorityWord(priority)}
  />
);
