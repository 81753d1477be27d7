import { plural, t } from "@lingui/core/macro";
import type { CardRow } from "../../contracts/rows";
import { dueState, relativeDay, shortDay } from "../../kits/datekit";
import { dateFormat } from "../../kits/formats";

export type DueReading = { now: number; zone: string; locale: string };
export type DueWords = { text: string; isOverdue: boolean };
type Due = Pick<CardRow, "due_at" | "due_time">;

/** When a task is due, as one says it: “Due tomorrow”, “3 days overdue”. What is done is never overdue. Null when nothing is due. */
export function dueWords(card: Due, reading: DueReading, isDone = false): DueWords | null {
  if (card.due_at === null) return null;
  const { now, zone, locale } = reading;
  const { isOverdue, days } = dueState(card.due_at, now, zone);
  const time = card.due_time ? clockTime(card.due_at, locale, zone) : null;
  if (isOverdue && !isDone) return { text: overdueWords(-days, time), isOverdue: true };
  const day = isDone ? shortDay(card.due_at - 1, now, locale, zone) : dayWords(days, card.due_at, reading);
  return { text: time && !isDone ? t`Due ${day}, ${time}` : t`Due ${day}`, isOverdue: false };
}

function overdueWords(days: number, time: string | null): string {
  if (days > 0) return t`${plural(days, { one: "# day overdue", other: "# days overdue" })}`;
  return time ? t`Overdue since ${time}` : t`Overdue`;
}

const NAMED_DAYS = 6;

function dayWords(days: number, at: number, { now, zone, locale }: DueReading): string {
  if (days <= 1) return relativeDay(days, locale);
  if (days > NAMED_DAYS) return shortDay(at - 1, now, locale, zone);
  return dateFormat(locale, { timeZone: zone, weekday: "long" }).format(at - 1);
}

function clockTime(at: number, locale: string, zone: string): string {
  return dateFormat(locale, { timeZone: zone, timeStyle: "short" }).format(at);
}
