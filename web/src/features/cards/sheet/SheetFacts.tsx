import { useLingui } from "@lingui/react/macro";
import type { CardRow, ColumnRow } from "../../../contracts/rows";
import { timeAgo } from "../../../kits/datekit";
import { usePerson, useSync } from "../../../sync/hooks";
import { Icon } from "../../../ui/icons";
import { type Option, Select } from "../../../ui/Select";
import { useBoard } from "../../boards/boardTools";
import { useColumnTitle } from "../../boards/columnTitle";
import { DependencyField } from "../../dependencies/DependencyField";
import {
  type Priority,
  priorities,
  priorityIcon,
  priorityNote,
  priorityWord,
  type Status,
  statuses,
  statusWord,
} from "../facts";
import { StatusDot } from "../StatusDot";
import { useCardActs } from "../useCardActs";
import { useMinute } from "../useMinute";
import { AssigneePicker } from "./AssigneePicker";
import { DuePicker } from "./DuePicker";
import { TagPicker } from "./TagPicker";

type FactsProps = { card: CardRow; column: ColumnRow; isFrozen: boolean };

/** The facts beside the text: where it stands, how it stands, when, and with whom. */
export function SheetFacts({ card, column, isFrozen }: FactsProps) {
  return (
    <div className="sheet__facts">
      <ColumnFact card={card} column={column} />
      <StatusFact card={card} column={column} isFrozen={isFrozen} />
      <PriorityFact card={card} isFrozen={isFrozen} />
      <DuePicker card={card} isFrozen={isFrozen} isDone={column.kind !== "normal"} />
      <AssigneePicker card={card} isFrozen={isFrozen} />
      <TagPicker card={card} isFrozen={isFrozen} />
      <DependencyField card={card} isFrozen={isFrozen} />
      <Created card={card} />
    </div>
  );
}

function ColumnFact({ card, column }: { card: CardRow; column: ColumnRow }) {
  const { t } = useLingui();
  const board = useBoard();
  const title = useColumnTitle(column);
  const canMove = board.rights.canWrite && column.kind !== "deleted";
  return (
    <div className="field">
      <span className="field__label">{t`Column`}</span>
      {canMove ? (
        <button
          type="button"
          className="field__input sheet__column"
          aria-haspopup="dialog"
          onClick={() => board.showMoveCard([card.id])}
        >
          <span className="sheet__column-name" dir="auto">
            {title}
          </span>
          <Icon name="move" size={16} />
        </button>
      ) : (
        <span className="sheet__plain" dir="auto">
          {title}
        </span>
      )}
    </div>
  );
}

type StatusChoice = Status | "completed";

function StatusFact({ card, column, isFrozen }: FactsProps) {
  const { t } = useLingui();
  const board = useBoard();
  const sync = useSync();
  const acts = useCardActs(board);
  const options: Option<StatusChoice>[] = statuses.map((status) => ({
    id: status,
    label: statusWord(status),
    mark: <StatusDot status={status} />,
  }));
  options.push({ id: "completed", label: t`Completed`, icon: "check", note: t`Moves it to that column` });
  const choose = (next: StatusChoice) => {
    if (next === "completed") acts.complete(card);
    else if (next !== card.status) void sync.send("card.set_status", { card_ids: [card.id], status: next });
  };
  const value = column.kind === "completed" ? "completed" : (card.status as StatusChoice);
  if (isFrozen) return <Plain label={t`Status`} value={value === "completed" ? t`Completed` : statusWord(value)} />;
  return <Select label={t`Status`} options={options} value={value} onChange={choose} />;
}

/** A fact that cannot be changed is read, not shown as a field switched off. */
function Plain({ label, value }: { label: string; value: string }) {
  return (
    <div className="field">
      <span className="field__label">{label}</span>
      <span className="sheet__plain">{value}</span>
    </div>
  );
}

function PriorityFact({ card, isFrozen }: { card: CardRow; isFrozen: boolean }) {
  const { t } = useLingui();
  const sync = useSync();
  const options = priorities.map((priority) => ({
    id: priority,
    label: priorityWord(priority),
    note: priorityNote(priority),
    ...(priority === "normal" ? { mark: <span /> } : { icon: priorityIcon(priority) }),
  }));
  const choose = (priority: Priority) => {
    if (priority !== card.priority) void sync.send("card.set_priority", { card_ids: [card.id], priority });
  };
  if (isFrozen) return <Plain label={t`Priority`} value={priorityWord(card.priority)} />;
  return <Select label={t`Priority`} options={options} value={card.priority as Priority} onChange={choose} />;
}

function Created({ card }: { card: CardRow }) {
  const { t } = useLingui();
  const { locale } = useBoard();
  const now = useMinute();
  const person = usePerson(card.created_by);
  const name = person?.name ?? t`Somebody`;
  const when = timeAgo(card.created_at, now, locale);
  return (
    <p className="sheet__created" title={new Date(card.created_at).toLocaleString(locale)}>
      {t`Added by ${name}, ${when}`}
    </p>
  );
}
