import { t } from "@lingui/core/macro";
import type { CardRow } from "../../contracts/rows";
import { uuid7 } from "../../kits/idkit";
import { store } from "../../sync/hooks";
import type { Answer, Sync } from "../../sync/sync";
import { toasts } from "../../ui/toasts";
import type { NewCards } from "../cards/AddField";
import type { DueWish } from "../cards/DueForm";
import { PART, type Part, sendParts } from "../cards/sendInParts";
import { dueOn } from "./dueDays";

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
