import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { addDays } from "../../../kits/datekit";
import { weekdayOf } from "../../../kits/weekkit";
import { store, useSync } from "../../../sync/hooks";
import { announce } from "../../../ui/announce";
import { getDirection } from "../../../ui/page";
import { toasts } from "../../../ui/toasts";
import { useBoard } from "../../boards/boardTools";
import type { Point } from "../../cards/drag/pointerGesture";
import { type DayTarget, watchDayDrag } from "../dayDrag";
import { longDay } from "../laneWords";
import { weekStartOf } from "../months";
import { setSpan, tellChecklistDecides } from "../setDates";
import { datesAfterDrop } from "./dropDates";
import type { Month } from "./useMonth";

type Options = { target: DayTarget; month: Month; dayOf: (dueAt: number) => string; close: () => void };

export type DayMoves = {
  onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  /** Space on a card: the arrows carry it from day to day. */
  pickUp: (cardId: string, from: string) => void;
  onDayKey: (event: KeyboardEvent, day: string, open: (day: string) => void) => void;
};

/** Takes cards to other days, by mouse, finger and keys, and goes from day to day. */
export function useDayMoves({ target, month, dayOf, close }: Options): DayMoves {
  const { t } = useLingui();
  const sync = useSync();
  const { rights, zone, locale, showCardMenu } = useBoard();
  const carried = useRef<{ id: string; from: string } | null>(null);
  const words = (day: string) => longDay(day, month.today, locale);
  const titleOf = (cardId: string) => store.read("cards", cardId)?.title ?? "";

  const drop = (cardId: string, from: string | null, to: string) => {
    const card = store.read("cards", cardId);
    if (!card || from === to) return;
    setSpan(sync, card, datesAfterDrop(card, from, to, dayOf), zone);
    tellChecklistDecides(cardId);
    const [title, day] = [titleOf(cardId), words(to)];
    announce(t`“${title}” is now on ${day}.`, "assertive");
  };
  const mayMove = (cardId: string): boolean => {
    if (!rights.canWrite) return false;
    const isDone = store.read("cards", cardId)?.completed_at !== null;
    if (isDone) toasts.add({ text: t`Completed tasks keep their dates until they are moved back.` });
    return !isDone;
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const pressed = event.target as HTMLElement;
    const source = pressed.closest<HTMLElement>("[data-card]");
    const cardId = source?.dataset.card;
    if (!source || !cardId || event.button !== 0 || !event.isPrimary || pressed.closest("[data-no-drag]")) return;
    if (!rights.canWrite || store.read("cards", cardId)?.completed_at !== null) return;
    watchDayDrag(event.nativeEvent, {
      target,
      source,
      dayAt: cellAt,
      onStart: close,
      onDrop: (from, to) => drop(cardId, from, to),
      onHold: () => showCardMenu(cardId, source),
    });
  };
  const pickUp = (id: string, from: string) => {
    if (!mayMove(id)) return;
    carried.current = { id, from };
    target.set(from);
    close();
    month.go(from);
    const [title, day] = [titleOf(id), words(from)];
    announce(t`Picked up “${title}”, ${day}. Arrow keys move it, Space puts it down, Escape leaves it.`, "assertive");
  };
  const putDown = (to: string | null) => {
    const card = carried.current;
    carried.current = null;
    target.set(null);
    if (!card) return;
    const title = titleOf(card.id);
    if (to === null || to === card.from) announce(t`“${title}” stays where it was.`, "assertive");
    else drop(card.id, card.from, to);
  };
  const onDayKey = (event: KeyboardEvent, day: string, open: (day: string) => void) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = dayByKey(event.key, day, month);
    if (next) {
      month.go(next);
      if (carried.current) target.set(next);
      if (carried.current) announce(words(next), "assertive");
    } else if (carried.current && (event.key === " " || event.key === "Enter")) putDown(day);
    else if (carried.current && (event.key === "Escape" || event.key === "Tab")) putDown(null);
    else if (event.key === "Enter" || event.key === " ") open(day);
    else return;
    if (event.key !== "Tab") event.preventDefault();
  };
  return { onPointerDown, pickUp, onDayKey };
}

/** By the cells' places, not by what lies there: a bar over three days belongs to the cell of its first. */
function cellAt({ x, y }: Point): string | null {
  for (const cell of document.querySelectorAll<HTMLElement>("[data-day]")) {
    const box = cell.getBoundingClientRect();
    if (x >= box.left && x < box.right && y >= box.top && y < box.bottom) return cell.dataset.day ?? null;
  }
  return null;
}

/** The day that a key leads to: the arrows go along the line of reading and from week to week, Home and End to the ends of the week. */
export function dayByKey(key: string, day: string, { weeks }: Pick<Month, "weeks">): string | null {
  const forward = getDirection() === "rtl" ? -1 : 1;
  const steps: Record<string, number> = { ArrowLeft: -forward, ArrowRight: forward, ArrowUp: -7, ArrowDown: 7 };
  const step = steps[key];
  if (step !== undefined) return addDays(day, step);
  const start = weekStartOf(day, weekdayOf(weeks[0]?.[0] ?? day));
  if (key === "Home") return start;
  return key === "End" ? addDays(start, 6) : null;
}
