/* Days and instants as people see them: everything takes the reader's zone and language, nothing reads the machine's. */
import { dateFormat, relativeFormat } from "./formats";

const DAY_MS = 86_400_000;

/** The calendar day (`2026-11-30`) on which an instant falls in a zone. */
export function dayIn(at: number, zone: string): string {
  return dateFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(at);
}

/** Whole days from one calendar day to another; summer time does not matter. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

export type DueState = { isOverdue: boolean /** Days from today: 0 today, 1 tomorrow, -1 yesterday. */; days: number };

/** `dueAt` is the instant the server derived; a bare date ends with its day where it was set. */
export function dueState(dueAt: number, now: number, zone: string): DueState {
  // A bare date is due at the last millisecond of a day or at the next midnight; both mean that day.
  const days = daysBetween(dayIn(now, zone), dayIn(dueAt - 1, zone));
  return { isOverdue: dueAt <= now, days };
}

/** `tomorrow`, `yesterday`, `in 3 days`, in the reader's language. */
export function relativeDay(days: number, locale: string): string {
  return relativeFormat(locale).format(days, "day");
}

/** `30 Nov`, with the year when it is another one. */
export function shortDay(at: number, now: number, locale: string, zone: string): string {
  const sameYear = dayIn(at, zone).slice(0, 4) === dayIn(now, zone).slice(0, 4);
  return dateFormat(locale, {
    timeZone: zone,
    day: "numeric",
    month: "short",
    ...(sameYear ? {} : { year: "numeric" }),
  }).format(at);
}

/** The exact time, for the hover. */
export function exactTime(at: number, locale: string, zone: string): string {
  return dateFormat(locale, { timeZone: zone, dateStyle: "full", timeStyle: "short" }).format(at);
}

/** `5 minutes ago`, coarse on purpose. */
export function timeAgo(at: number, now: number, locale: string): string {
  const seconds = Math.round((at - now) / 1000);
  const units: [Intl.RelativeTimeFormatUnit, number][] = [
    ["year", 31_536_000],
    ["month", 2_592_000],
    ["week", 604_800],
    ["day", 86_400],
    ["hour", 3600],
    ["minute", 60],
  ];
  const unit = units.find(([, size]) => Math.abs(seconds) >= size);
  const format = relativeFormat(locale);
  return unit ? format.format(Math.trunc(seconds / unit[1]), unit[0]) : format.format(0, "minute");
}

export function machineZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export function timeZones(): string[] {
  return Intl.supportedValuesOf("timeZone");
}
