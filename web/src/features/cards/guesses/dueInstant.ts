/** The same as `tafla/cards/due.py`: what a due date means as an instant. */
import { addDays } from "../../../kits/datekit";

const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds since 1970 UTC; a bare date means the end of that day in its zone. */
export function dueInstant(day: string, time: string | null, zone: string): number {
  if (time) return instantOf(Date.parse(`${day}T${time}:00Z`), zone);
  // Not midnight plus 24 hours: days are 23 or 25 hours long where clocks change.
  return instantOf(Date.parse(`${addDays(day, 1)}T00:00:00Z`), zone) - 1;
}

/** The instant at which clocks in a zone show `wall` (written as if it were UTC). A time that is skipped counts with the offset before. */
function instantOf(wall: number, zone: string): number {
  const before = offsetAt(wall - DAY_MS, zone);
  const after = offsetAt(wall + DAY_MS, zone);
  if (before === after || offsetAt(wall - before, zone) === before) return wall - before;
  return offsetAt(wall - after, zone) === after ? wall - after : wall - before;
}

function offsetAt(instant: number, zone: string): number {
  const parts: Record<string, string> = {};
  for (const { type, value } of formatOf(zone).formatToParts(instant)) parts[type] = value;
  const { year, month, day, hour, minute, second } = parts;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) - Math.floor(instant / 1000) * 1000;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    const two = "2-digit";
    const shape = {
      year: "numeric",
      month: two,
      day: two,
      hour: two,
      minute: two,
      second: two,
      hourCycle: "h23",
    } as const;
    format = new Intl.DateTimeFormat("en-US", { timeZone: zone, ...shape });
    formats.set(zone, format);
  }
  return format;
}
