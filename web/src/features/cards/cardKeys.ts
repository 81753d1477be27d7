import { plural, t } from "@lingui/core/macro";
import type { KeyboardEvent } from "react";
import { store } from "../../sync/hooks";
import { announce } from "../../ui/announce";
import { getDirection } from "../../ui/page";
import type { BoardTools } from "../boards/boardTools";
import { neighboursAmong, withMoved } from "./drag/slots";

type Place = { columnId: string; index: number; ids: readonly string[] };

/** Arrows go from card to card, Space picks one up, arrows carry it, Space or Enter puts it down, Escape leaves it where it was. */
export function handleCardKey(board: BoardTools, event: KeyboardEvent): void {
  const link = event.target as HTMLElement;
  const cardId = link.closest<HTMLElement>("[data-card]")?.dataset.card;
  if (!cardId || !link.matches("[data-card-link]") || event.altKey || event.ctrlKey || event.metaKey) return;
  const isCarried = board.drag.state?.phase === "keys" && board.drag.state.cardId === cardId;
  const isHandled = isCarried ? carry(board, cardId, event.key) : walk(board, cardId, event);
  if (!isHandled) return;
  event.preventDefault();
  event.stopPropagation();
}

/** On its way to another column a carried card leaves the page for a moment, and the focus with it: keys pressed then still carry it. */
export function handleStrayKey(board: BoardTools, event: globalThis.KeyboardEvent): void {
  const { state } = board.drag;
  if (event.target !== document.body || state?.phase !== "keys") return;
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (carry(board, state.cardId, event.key)) event.preventDefault();
}

function walk(board: BoardTools, cardId: string, { key, shiftKey }: { key: string; shiftKey: boolean }): boolean {
  const place = placeOf(board, cardId);
  if (!place) return false;
  if (key === " ") {
    pickUp(board, cardId, place);
    return true;
  }
  const next = step(board, place, key, null);
  if (!next) return key.startsWith("Arrow");
  const target = next.ids[next.index];
  if (!target) return true;
  board.drag.lists.get(next.columnId)?.reveal(next.index);
  board.focus.want(target);
  if (shiftKey && board.personId) extend(board, cardId, target);
  return true;
}

/** With Shift the arrows take along what they pass. */
function extend({ selection }: BoardTools, from: string, to: string): void {
  if (!selection.has(from)) selection.toggle(from);
  selection.extendTo(to);
}

function pickUp(board: BoardTools, cardId: string, place: Place): void {
  if (!board.rights.canWrite) return;
  if (store.read("columns", place.columnId)?.kind === "deleted") return;
  board.drag.set({ cardId, size: 0, target: { columnId: place.columnId, index: place.index }, phase: "keys" });
  board.focus.want(cardId);
  const count = carriedWith(board, cardId).length;
  const words =
    count > 1 ? say.pickedMany(count) : say.picked(titleOf(cardId), nameOf(board, place.columnId), place.index + 1);
  announce(words, "assertive");
}

function carry(board: BoardTools, cardId: string, key: string): boolean {
  const target = board.drag.state?.target;
  if (!target) return false;
  if (key === "Escape" || key === "Tab") {
    board.drag.set(null);
    board.focus.want(cardId);
    announce(say.left(titleOf(cardId)), "assertive");
    return key === "Escape";
  }
  if (key === " " || key === "Enter") {
    putDown(board, cardId, target);
    return true;
  }
  const ids = withMoved(idsOf(board, target.columnId), cardId, target.index);
  const next = step(board, { ...target, ids }, key, cardId);
  if (!next) return key.startsWith("Arrow");
  board.drag.aim({ columnId: next.columnId, index: next.index });
  board.focus.want(cardId);
  const { columnId, index } = board.drag.state?.target ?? next;
  requestAnimationFrame(() => board.drag.lists.get(columnId)?.reveal(index));
  announce(say.over(nameOf(board, columnId), index + 1), "assertive");
  return true;
}

function putDown(board: BoardTools, cardId: string, target: { columnId: string; index: number }): void {
  const real = store.order("cards", target.columnId);
  const cardIds = carriedWith(board, cardId);
  const { lanes } = board.drag;
  const shown = board.highlight.shown(real);
  const isHere = lanes ? lanes.of(cardId) === target.columnId : shown.indexOf(cardId) === target.index;
  const isSame = cardIds.length === 1 && isHere;
  const neighbours = neighboursAmong(real, shown, cardIds, cardId, target.index);
  const move = lanes?.move ?? board.moveCard;
  if (!isSame) move({ cardId, cardIds, columnId: target.columnId, ...neighbours });
  board.drag.set(null);
  board.focus.want(cardId);
  announce(say.dropped(titleOf(cardId), nameOf(board, target.columnId), target.index + 1), "assertive");
}

/** A selected card takes the others along. */
const carriedWith = ({ selection }: BoardTools, cardId: string): readonly string[] =>
  selection.has(cardId) ? selection.cards() : [cardId];

/** The place an arrow key leads to. What is `carried` may also stand behind a column's last card. */
function step(board: BoardTools, place: Place, key: string, carried: string | null): Place | null {
  const last = (ids: readonly string[]) => ids.length - 1;
  if (key === "ArrowUp") return place.index > 0 ? { ...place, index: place.index - 1 } : null;
  if (key === "ArrowDown") return place.index < last(place.ids) ? { ...place, index: place.index + 1 } : null;
  if (key === "Home") return { ...place, index: 0 };
  if (key === "End") return { ...place, index: last(place.ids) };
  if (key !== "ArrowLeft" && key !== "ArrowRight") return null;
  const forward = (key === "ArrowRight") === (getDirection() === "ltr");
  const columns = board.columnIds();
  for (
    let at = columns.indexOf(place.columnId) + (forward ? 1 : -1);
    at >= 0 && at < columns.length;
    at += forward ? 1 : -1
  ) {
    const columnId = columns[at] ?? "";
    const ids = idsOf(board, columnId).filter((id) => id !== carried);
    const isOpen = carried ? canTake(board, columnId) : ids.length > 0;
    if (isOpen) return { columnId, ids, index: Math.max(0, Math.min(place.index, last(ids) + (carried ? 1 : 0))) };
  }
  return null;
}

function placeOf(board: BoardTools, cardId: string): Place | null {
  const { lanes } = board.drag;
  const columnId = lanes ? lanes.of(cardId) : store.read("cards", cardId)?.column_id;
  if (!columnId) return null;
  const ids = idsOf(board, columnId);
  const index = ids.indexOf(cardId);
  return index < 0 ? null : { columnId, index, ids };
}

const idsOf = (board: BoardTools, columnId: string) =>
  board.drag.lists.get(columnId)?.ids() ?? board.drag.lanes?.order(columnId) ?? store.order("cards", columnId);
const titleOf = (cardId: string) => store.read("cards", cardId)?.title ?? "";
const nameOf = (board: BoardTools, columnId: string) =>
  board.drag.lists.get(columnId)?.lane?.name ?? store.read("columns", columnId)?.name ?? "";
const canTake = (board: BoardTools, columnId: string) =>
  board.drag.lists.get(columnId)?.canTake ?? store.read("columns", columnId)?.kind !== "deleted";

const say = {
  picked: (title: string, column: string, place: number) =>
    t`Picked up “${title}”, ${column}, place ${place}. Arrow keys move it, Space puts it down, Escape leaves it.`,
  pickedMany: (count: number) =>
    t`Picked up ${plural(count, { one: "# task", other: "# tasks" })}. Arrow keys move them, Space puts them down, Escape leaves them.`,
  over: (column: string, place: number) => t`${column}, place ${place}`,
  dropped: (title: string, column: string, place: number) => t`“${title}” is now in ${column}, place ${place}.`,
  left: (title: string) => t`“${title}” stays where it was.`,
};
