import { t } from "@lingui/core/macro";
import type { Verbs } from "../../contracts/verbs";
import type { IconName } from "../../ui/icons";
import type { StatusTone } from "../../ui/Label";

export type Status = Verbs["card.set_status"]["status"];
export type Priority = Verbs["card.set_priority"]["priority"];

/** In the order of work. */
export const statuses: readonly Status[] = [
  "normal",
  "ready",
  "in_progress",
  "needs_review",
  "needs_rework",
  "blocked",
  "on_hold",
];
export const priorities: readonly Priority[] = ["normal", "high", "critical"];

export function statusTone(status: string): StatusTone | null {
  return status === "normal" ? null : (status.replaceAll("_", "-") as StatusTone);
}

/** Call it while rendering: the words are those of the language of now. */
export function statusWord(status: string): string {
  const words: Record<Status, () => string> = {
    normal: () => t`Normal`,
    ready: () => t`Ready`,
    in_progress: () => t`In progress`,
    needs_review: () => t`Needs review`,
    needs_rework: () => t`Needs rework`,
    blocked: () => t`Blocked`,
    on_hold: () => t`On hold`,
  };
  return words[status as Status]?.() ?? status;
}

export function priorityWord(priority: string): string {
  const words: Record<Priority, () => string> = {
    normal: () => t`Normal`,
    high: () => t`High priority`,
    critical: () => t`Critical`,
  };
  return words[priority as Priority]?.() ?? priority;
}

export function priorityNote(priority: Priority): string {
  const notes: Record<Priority, () => string> = {
    normal: () => t`Routine`,
    high: () => t`Needs quick action or more focus`,
    critical: () => t`Time-sensitive, or much depends on it`,
  };
  return notes[priority]();
}

export const priorityIcon = (priority: string): IconName => (priority === "critical" ? "warning" : "flag");
