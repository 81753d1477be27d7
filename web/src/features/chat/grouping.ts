/** A talk as it is shown: by day, and inside a day by who speaks. */
import type { MessageRow } from "../../contracts/rows";
import { dayIn } from "../../kits/datekit";

export type Turn = { id: string; by: string; messages: MessageRow[] };
export type Day = { day: string; at: number; turns: Turn[] };

/** Somebody who goes on after this long begins anew. */
const PAUSE_MS = 5 * 60_000;

export const inOrder = (rows: readonly MessageRow[]): MessageRow[] =>
  [...rows].sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));

/** `newFrom`: the first message that was not read; it begins a turn, because a line stands before it. */
export function inDays(messages: readonly MessageRow[], zone: string, newFrom: string | null): Day[] {
  const days: Day[] = [];
  let last: MessageRow | undefined;
  for (const message of messages) {
    const day = dayIn(message.at, zone);
    if (days.at(-1)?.day !== day) {
      days.push({ day, at: message.at, turns: [] });
      last = undefined;
    }
    const turns = (days.at(-1) as Day).turns;
    const goesOn =
      last?.by === message.by && message.at - last.at < PAUSE_MS && !message.reply_to && message.id !== newFrom;
    if (goesOn) (turns.at(-1) as Turn).messages.push(message);
    else turns.push({ id: message.id, by: message.by, messages: [message] });
    last = message;
  }
  return days;
}

/** The first message of others after one's last look; null where nothing is new, or everything. */
export function firstNew(messages: readonly MessageRow[], seenAt: number | null, me: string | null): string | null {
  if (seenAt === null) return null;
  return messages.find((message) => message.at > seenAt && message.by !== me)?.id ?? null;
}
