import { t } from "@lingui/core/macro";
import type { CardRow } from "../../contracts/rows";
import { uuid7 } from "../../kits/idkit";
import { store } from "../../sync/hooks";
import type { Answer, Sync } from "../../sync/sync";
import { toasts } from "../../ui/toasts";
import type { NewCards } from "../cards/AddField";
import type { DueWish } from "../cards/DueForm";
import { PART, type Part, sendParts } from "../cards/sendInParts";
import { dueDay, dueOn, isByChecklist } from "./dueDays";

/** Makes cards due on a day, or never; each keeps its time of day. One step of undo, whatever it takes. Cards that are done stay as they are, which is told. */
export async function setDueDay(
  sync: Sync,
  cardIds: readonly string[],
  day: string | null,
  zone: string,
): Promise<void> {
  const open = openCards(cardIds);
  await sendParts(sync, "card.set_due", duePartsOf(open, day, zone), { doing: t`Changing tasks` });
}

export type Dates = { start?: string | null; due?: string | null };

/** Sets a card's start, its due day, or both, as one step of undo. What is the same already is left alone. */
export function setSpan(sync: Sync, card: CardRow, { start, due }: Dates, zone: string): void {
  const group = uuid7();
  const card_ids = [card.id];
  if (start !== undefined && start !== card.start_on)
    void sync.send("card.set_start", { card_ids, start_on: start }, { group });
  const now = card.due_at === null ? null : dueDay(card.due_at, zone);
  if (due === undefined || due === now) return;
  const wish = due === null ? { due_on: null } : dueOn(card, due, zone);
  void sync.send("card.set_due", { card_ids, ...wish }, { group });
}

/** It has its date, and still stands elsewhere: without a word that looks like a drop gone wrong. */
export function tellChecklistDecides(cardId: string): boolean {
  const card = store.read("cards", cardId);
  const decides = card !== undefined && isByChecklist(card);
  if (decides) toasts.add({ text: t`The date is set. An open item of the checklist is due before it.` });
  return decides;
}

/** Cards that get the same facts go in one command. */
function duePartsOf(cards: readonly CardRow[], day: string | null, zone: string): Part<"card.set_due">[] {
  const groups = new Map<string, { wish: DueWish; ids: string[] }>();
  for (const card of cards) {
    const wish = day === null ? { due_on: null } : dueOn(card, day, zone);
    const key = JSON.stringify(wish);
    const group = groups.get(key);
    if (group && group.ids.length < PART) group.ids.push(card.id);
    else groups.set(group ? `${key} ${groups.size}` : key, { wish, ids: [card.id] });
  }
  return [...groups.values()].map(({ wish, ids }) => ({ args: { card_ids: ids, ...wish }, count: ids.length }));
}

function openCards(cardIds: readonly string[]): CardRow[] {
  const cards = cardIds.flatMap((id) => store.read("cards", id) ?? []);
  const open = cards.filter((card) => card.completed_at === null);
  if (open.length < cards.length) toasts.add({ text: t`Completed tasks keep their dates until they are moved back.` });
  return open;
}

/** Adds cards that are due on a day to the board's first column: one step of undo. */
export async function addDueCards(
  sync: Sync,
  boardId: string,
  cards: NewCards,
  day: string | null,
  zone: string,
): Promise<Answer> {
  const columnId = store.order("columns", boardId).find((id) => store.read("columns", id)?.kind === "normal");
  if (!columnId) return { s: "refused", code: "not_allowed", args: {} };
  const group = uuid7();
  const after = store.order("cards", columnId).at(-1) ?? null;
  const added = sync.send("card.add", { column_id: columnId, cards, after }, { group });
  if (day === null) return added;
  const setDue = () =>
    sync.send("card.set_due", { card_ids: cards.map((card) => card.card_id), due_on: day, due_zone: zone }, { group });
  // At once, so that they appear where they were added; if they may be refused, a second refusal would be noise.
  if (cards.every((card) => store.read("cards", card.card_id))) void setDue();
  else void added.then((answer) => (answer.s === "done" ? setDue() : answer));
  return added;
}
