import type { CardRow } from "../../../contracts/rows";
import { dayNumber, placeOf, type Scale, widthOf } from "./scale";

/** The dates a card has of its own, as days of this reader: its checklist's are drawn nowhere, as dragging could not change them. */
export type Bar = { start: number | null; due: number | null };
/** `span` from start to due; `due`, a day alone; `start`, with no end yet. */
export type BarShape = "span" | "due" | "start";

export function barOf(card: Pick<CardRow, "start_on" | "due_at">, dayOf: (dueAt: number) => string): Bar | null {
  const start = card.start_on ? dayNumber(card.start_on) : null;
  const due = card.due_at === null ? null : dayNumber(dayOf(card.due_at));
  return start === null && due === null ? null : { start, due };
}

export function shapeOf({ start, due }: Bar): BarShape {
  if (due === null) return "start";
  return start === null || start > due ? "due" : "span";
}

/** The first and the last day that a bar covers. */
export function endsOf(bar: Bar): [number, number] {
  const { start, due } = bar;
  const shape = shapeOf(bar);
  const from = (shape === "due" ? due : start) ?? 0;
  return [from, shape === "span" ? (due ?? from) : from];
}

/** A bar as a box along the line of reading, cut where the timeline ends. */
export type Extent = { place: number; width: number };

export function extentOf(bar: Bar, scale: Scale): Extent {
  const [from, to] = endsOf(bar);
  const whole = widthOf(scale);
  const start = Math.max(0, Math.min(whole - scale.perDay, placeOf(scale, from)));
  const end = Math.max(scale.perDay, Math.min(whole, placeOf(scale, to + 1)));
  return { place: start, width: Math.max(scale.perDay, end - start) };
}

export type BarPart = "whole" | "start" | "due";
/** What a card may have as a date. */
const [EARLIEST, LATEST] = [dayNumber("1900-01-01"), dayNumber("9000-12-31")];
const within = (day: number) => Math.max(EARLIEST, Math.min(LATEST, day));

/** A bar that was taken and carried over so many days: both ends, or the one that was taken, which never passes the other. */
export function movedBar(bar: Bar, part: BarPart, by: number): Bar {
  const { start, due } = bar;
  if (part === "whole")
    return { start: start === null ? null : within(start + by), due: due === null ? null : within(due + by) };
  const [from, to] = endsOf(bar);
  if (part === "start") return { start: within(due === null ? from + by : Math.min(from + by, due)), due };
  return { start, due: within(shapeOf(bar) === "due" ? to + by : Math.max(to + by, start ?? to + by)) };
}
