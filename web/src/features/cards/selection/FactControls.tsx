import { useLingui } from "@lingui/react/macro";
import { Button as AriaButton } from "react-aria-components/Button";
import type { CardRow } from "../../../contracts/rows";
import { useSync } from "../../../sync/hooks";
import { DateField } from "../../../ui/Field";
import { Icon, type IconName } from "../../../ui/icons";
import { Menu, type MenuEntry, type TriggerProps } from "../../../ui/Menu";
import { Popover } from "../../../ui/Popover";
import { useBoard } from "../../boards/boardTools";
import { DueForm } from "../DueForm";
import { priorities, priorityIcon, priorityNote, priorityWord, statuses, statusWord } from "../facts";
import { PeopleChoices } from "../PeopleChoices";
import { StatusDot } from "../StatusDot";
import { TagChoices } from "../TagChoices";
import { completeCards, setFacts } from "./bulkActs";

type Cards = { cards: readonly CardRow[] };

/** The facts of many cards at once: what all have alike is shown as set. */
export function FactControls({ cards }: Cards) {
  const { board } = useBoard();
  return (
    <span className="selection-bar__facts">
      <StatusControl cards={cards} />
      <PriorityControl cards={cards} />
      {board.use_tags ? <TagsControl cards={cards} /> : null}
      <PeopleControl cards={cards} />
      <DueControl cards={cards} />
    </span>
  );
}

/** A button of the bar: its word goes where there is little room, its name stays. */
function Opener({ icon, label, ...trigger }: { icon: IconName; label: string } & TriggerProps) {
  return (
    <AriaButton {...trigger} className="button button--quiet button--medium selection-bar__fact" aria-label={label}>
      <Icon name={icon} />
      <span className="button__label">{label}</span>
    </AriaButton>
  );
}

/** What all cards have alike, else undefined. */
function alike<T>(cards: readonly CardRow[], of: (card: CardRow) => T): T | undefined {
  const [first, ...rest] = cards;
  const value = first && of(first);
  return rest.every((card) => of(card) === value) ? value : undefined;
}

function StatusControl({ cards }: Cards) {
  const { t } = useLingui();
  const sync = useSync();
  const { boardId, selection } = useBoard();
  const now = alike(cards, (card) => card.status);
  const entries: MenuEntry[] = statuses.map((status) => ({
    id: status,
    label: statusWord(status),
    mark: <StatusDot status={status} />,
    isSelected: now === status,
    run: () => void setFacts(sync, "card.set_status", selection.cards(), { status }),
  }));
  const complete = () => {
    const ids = selection.cards();
    selection.clear();
    void completeCards(sync, boardId, ids);
  };
  entries.push({
    id: "completed",
    label: t`Completed`,
    icon: "check",
    note: t`Moves them to that column`,
    run: complete,
  });
  return (
    <Menu label={t`Status`} placement="top start" groups={[{ id: "status", entries }]} commands="card.status">
      <Opener icon="board" label={t`Status`} />
    </Menu>
  );
}

function PriorityControl({ cards }: Cards) {
  const { t } = useLingui();
  const sync = useSync();
  const { selection } = useBoard();
  const now = alike(cards, (card) => card.priority);
  const entries: MenuEntry[] = priorities.map((priority) => ({
    id: priority,
    label: priorityWord(priority),
    note: priorityNote(priority),
    ...(priority === "normal" ? { mark: <span /> } : { icon: priorityIcon(priority) }),
    isSelected: now === priority,
    run: () => void setFacts(sync, "card.set_priority", selection.cards(), { priority }),
  }));
  return (
    <Menu label={t`Priority`} placement="top start" groups={[{ id: "priority", entries }]} commands="card.priority">
      <Opener icon="flag" label={t`Priority`} />
    </Menu>
  );
}

function TagsControl({ cards }: Cards) {
  const { t } = useLingui();
  const sync = useSync();
  const { selection } = useBoard();
  const pick = (tag_id: string, isOn: boolean, group?: string) =>
    void setFacts(sync, isOn ? "card.add_tag" : "card.remove_tag", selection.cards(), { tag_id }, group);
  return (
    <Popover label={t`Tags`} placement="top start" trigger={<Opener icon="tag" label={t`Tags`} />}>
      <TagChoices cards={cards} onPick={pick} />
    </Popover>
  );
}

function PeopleControl({ cards }: Cards) {
  const { t } = useLingui();
  const sync = useSync();
  const { selection } = useBoard();
  const everybody = new Set(cards.flatMap((card) => card.assignee_ids));
  const onAll = [...everybody].filter((id) => cards.every((card) => card.assignee_ids.includes(id)));
  const toggle = (person_id: string, isOn: boolean) =>
    void setFacts(sync, isOn ? "card.assign" : "card.unassign", selection.cards(), { person_id });
  return (
    <Popover
      label={t`Assigned to`}
      placement="top start"
      className="assignee-popover"
      trigger={<Opener icon="user" label={t`People`} />}
    >
      <PeopleChoices ids={onAll} someIds={[...everybody]} onToggle={toggle} />
    </Popover>
  );
}

function DueControl({ cards }: Cards) {
  const { t } = useLingui();
  const sync = useSync();
  const { selection } = useBoard();
  const same = alike(cards, ({ due_on, due_time, due_zone }) => `${due_on} ${due_time} ${due_zone}`) ? cards[0] : null;
  const due = same ?? { due_on: null, due_time: null, due_zone: null, due_at: null };
  const hasAny = cards.some((card) => card.due_on !== null);
  return (
    <Popover label={t`Due`} placement="top start" trigger={<Opener icon="calendar" label={t`Due`} />}>
      {(close) => (
        <DueForm
          due={due}
          canClear={hasAny}
          onSet={(wish) => void setFacts(sync, "card.set_due", selection.cards(), wish)}
          onClose={close}
        >
          <DateField
            label={t`Start date`}
            value={alike(cards, (card) => card.start_on) ?? null}
            onChange={(start_on) => void setFacts(sync, "card.set_start", selection.cards(), { start_on })}
          />
        </DueForm>
      )}
    </Popover>
  );
}
