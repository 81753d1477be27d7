import type { CardRow } from "../../../contracts/rows";
import type { Finding } from "../../../ui/findIn";
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

const alike = (cards: readonly Pick<CardRow, "status" | "priority">[], fact: "status" | "priority", value: string) =>
  cards.length > 0 && cards.every((card) => card[fact] === value);

/** The statuses as choices of the palette; marked is the one that all have. */
export function statusChoices(
  cards: readonly Pick<CardRow, "status" | "priority">[],
  set: (status: Status) => void,
): Finding[] {
  return statuses.map((status) => ({
    ...{ id: `status/${status}`, label: statusWord(status), mark: <StatusDot status={status} /> },
    ...{ isSelected: alike(cards, "status", status), run: () => set(status) },
  }));
}

export function priorityChoices(
  cards: readonly Pick<CardRow, "status" | "priority">[],
  set: (priority: Priority) => void,
): Finding[] {
  return priorities.map((priority) => ({
    ...{ id: `priority/${priority}`, label: priorityWord(priority), note: priorityNote(priority) },
    ...(priority === "normal" ? {} : { icon: priorityIcon(priority) }),
    ...{ isSelected: alike(cards, "priority", priority), run: () => set(priority) },
  }));
}
