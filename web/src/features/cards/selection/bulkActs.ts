import { plural, t } from "@lingui/core/macro";
import type { CardRow, ColumnRow } from "../../../contracts/rows";
import type { Verbs } from "../../../contracts/verbs";
import { uuid7 } from "../../../kits/idkit";
import { store } from "../../../sync/hooks";
import type { Sync } from "../../../sync/sync";
import { confirm } from "../../../ui/confirm";
import { toasts } from "../../../ui/toasts";
import { type BulkVerb, PART, type Sent, sendInParts, sendParts, slices } from "../sendInParts";

/** What is done to many cards at once: one command or several, one step of undo, one line that says so. */

export type Place = { columnId: string; after: string | null; before: string | null };

/** Sets a fact of those that may be changed; completed and deleted ones stay as they are, which is told. */
export async function setFacts<V extends BulkVerb>(
  sync: Sync,
  verb: V,
  cardIds: readonly string[],
  args: Omit<Verbs[V], "card_ids">,
  group?: string,
): Promise<void> {
  const open = ofKind(cardIds, ["normal"]);
  const frozen = cardIds.length - open.length;
  if (frozen > 0) toasts.add({ text: frozenWords(frozen) });
  if (open.length === 0) return;
  const sent = await sendInParts(sync, verb, open, { args, doing: t`Changing tasks`, group });
  tell(sync, sent, (count) => plural(count, { one: "# task is changed.", other: "# tasks are changed." }));
}

export async function moveCards(sync: Sync, cardIds: readonly string[], place: Place, group?: string): Promise<Sent> {
  const parts = slices(cardIds, PART).map((card_ids, at, all) => ({
    args: { card_ids, column_id: place.columnId, ...following(place, all[at - 1]) },
    count: card_ids.length,
  }));
  return sendParts(sync, "card.move", parts, { doing: t`Moving tasks`, group });
}

/** Each part goes right after the last card of the part before it. */
function following({ after, before }: Place, previous: readonly string[] | undefined) {
  return { after: previous?.at(-1) ?? after, before };
}

export function tellMoved(sync: Sync, sent: Sent): void {
  tell(sync, sent, (count) => plural(count, { one: "# task is moved.", other: "# tasks are moved." }));
}

export async function completeCards(sync: Sync, boardId: string, cardIds: readonly string[]): Promise<void> {
  const column = columnOf(boardId, "completed");
  const open = ofKind(cardIds, ["normal"]);
  if (!column || open.length === 0) return;
  const before = store.order("cards", column.id)[0] ?? null;
  const sent = await moveCards(sync, open, { columnId: column.id, after: null, before });
  tell(sync, sent, (count) => plural(count, { one: "# task is completed.", other: "# tasks are completed." }));
}

export async function deleteCards(sync: Sync, cardIds: readonly string[]): Promise<void> {
  const going = ofKind(cardIds, ["normal", "completed"]);
  if (going.length === 0) return;
  const sent = await sendInParts(sync, "card.delete", going, { args: {}, doing: t`Deleting tasks` });
  tell(sync, sent, (count) => plural(count, { one: "# task is in Deleted.", other: "# tasks are in Deleted." }));
}

export async function restoreCards(sync: Sync, cardIds: readonly string[]): Promise<void> {
  const sent = await sendInParts(sync, "card.restore", ofKind(cardIds, ["deleted"]), {
    args: {},
    doing: t`Restoring tasks`,
  });
  tell(sync, sent, (count) => plural(count, { one: "# task is restored.", other: "# tasks are restored." }));
}

/** Nothing brings them back, so the count is asked first. */
export async function purgeCards(sync: Sync, cardIds: readonly string[]): Promise<void> {
  const going = ofKind(cardIds, ["deleted"]);
  if (going.length === 0) return;
  const count = plural(going.length, { one: "# task is", other: "# tasks are" });
  const isSure = await confirm({
    title: t`Delete for ever?`,
    body: t`${count} deleted with all they hold. Nothing brings them back.`,
    confirmLabel: t`Delete for ever`,
    isDanger: true,
  });
  if (isSure) await sendInParts(sync, "card.purge", going, { args: {}, doing: t`Deleting tasks for ever` });
}

/** Copies of cards, in this order, at a place; answers the ids of the new ones. */
export async function copyCards(
  sync: Sync,
  cards: readonly { id: string; weight: number }[],
  place: Place,
): Promise<{ sent: Sent; newIds: string[] }> {
  const made = cards.map((card) => ({ card_id: card.id, new_id: uuid7(), weight: card.weight }));
  const parts = byWeight(made).map((part, at, all) => ({
    args: {
      copies: part.map(({ card_id, new_id }) => ({ card_id, new_id })),
      column_id: place.columnId,
      ...following(
        place,
        all[at - 1]?.map((copy) => copy.new_id),
      ),
    },
    count: part.length,
  }));
  const sent = await sendParts(sync, "card.copy", parts, { doing: t`Copying tasks` });
  tell(sync, sent, (count) => plural(count, { one: "# task is copied.", other: "# tasks are copied." }));
  return { sent, newIds: made.map((copy) => copy.new_id) };
}

/** As many rows as one command may make (S23); one card goes whole. */
const MOST_ROWS = 450;
const MOST_COPIES = 100;

export function byWeight<T extends { weight: number }>(cards: readonly T[]): T[][] {
  const parts: T[][] = [];
  let rows = 0;
  for (const card of cards) {
    const part = parts.at(-1);
    if (part && rows + card.weight <= MOST_ROWS && part.length < MOST_COPIES) {
      part.push(card);
      rows += card.weight;
    } else {
      parts.push([card]);
      rows = card.weight;
    }
  }
  return parts;
}

/** Those of the cards that stand in columns of these kinds. */
export function ofKind(cardIds: readonly string[], kinds: readonly ColumnRow["kind"][]): string[] {
  return cardIds.filter((id) => {
    const kind = store.read("columns", store.read("cards", id)?.column_id ?? "")?.kind;
    return kind !== undefined && kinds.includes(kind);
  });
}

export function columnOf(boardId: string, kind: ColumnRow["kind"]): ColumnRow | undefined {
  const ids = store.order("columns", boardId);
  return ids.flatMap((id) => store.read("columns", id) ?? []).find((column) => column.kind === kind);
}

export const rowsOf = (cardIds: readonly string[]): CardRow[] => cardIds.flatMap((id) => store.read("cards", id) ?? []);

function frozenWords(count: number): string {
  return plural(count, {
    one: "# completed or deleted task stays as it is.",
    other: "# completed or deleted tasks stay as they are.",
  });
}

/** What came of it, with the way back. A refusal is told by `useRefusals`. */
function tell(sync: Sync, sent: Sent, words: (count: number) => string): void {
  if (sent.done === 0) return;
  const action = { label: t`Undo`, run: () => sync.undo(sent.group) };
  const text = words(sent.done);
  toasts.add(sent.isStopped ? { text: t`Stopped. ${text}`, action } : { kind: "done", text, action });
}
