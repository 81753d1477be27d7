/* Weeks and months of the calendar, in whole days written `2026-11-30`. Nothing here knows a clock or a zone. */
import { addDays, daysBetween } from "../../kits/datekit";
import { weekdayOf } from "../../kits/weekkit";

/** The day on which the week of `day` starts; `firstDay` is 1 (Monday) to 7. */
export function weekStartOf(day: string, firstDay: number): string {
  return addDays(day, -((weekdayOf(day) - firstDay + 7) % 7));
}

export function monthStartOf(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

/** The first day of the month that many months away. */
export function addMonths(day: string, months: number): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/** The whole weeks that show a month, each as its seven days. */
export function weeksOfMonth(day: string, firstDay: number): string[][] {
  const start = weekStartOf(monthStartOf(day), firstDay);
  const weeks = Math.ceil(daysBetween(start, addMonths(day, 1)) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, at) => addDays(start, week * 7 + at)),
  );
}
