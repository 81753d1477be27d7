import { t } from "@lingui/core/macro";
import type { DependencyRow } from "../../contracts/rows";
import type { VerbName, Verbs } from "../../contracts/verbs";
import { uuid7 } from "../../kits/idkit";
import { store } from "../../sync/hooks";
import type { Answer, Sync } from "../../sync/sync";
import { toasts } from "../../ui/toasts";

/** The verbs that take the ids of many cards. */
export type BulkVerb = {
  [V in VerbName]: Verbs[V] extends { card_ids: readonly string[] } ? V : never;
}[VerbName];

/** One command changes a bounded number of rows (S23); purging takes checklists and what ties cards along, so they count there. */
export const PART = 400;
const PURGE_PART = 100;
/** A dependency is told by both its cards. */
const ROWS_OF_TIE = 2;
/** Work of a moment shows nothing but its end. */
const QUIET_MS = 400;

export type Sent = {
  answer: Answer;
  /** How many cards the answered commands named. */
  done: number;
  /** All parts are one step of undo; `sync.undo(group)` takes back this very one. */
  group: string;
  isStopped: boolean;
};

type How = {
  /** Said while it goes on. */
  doing: string;
  group?: string;
};

export type Part<V extends VerbName> = { args: Verbs[V]; count: number };

/** One verb on many cards; see `sendParts`. */
export function sendInParts<V extends BulkVerb>(
  sync: Sync,
  verb: V,
  cardIds: readonly string[],
  { args, ...how }: How & { args: Omit<Verbs[V], "card_ids"> },
): Promise<Sent> {
  const some = verb === "card.purge" ? slicesByRows(sync, cardIds) : slices(cardIds, PART);
  const parts = some.map((card_ids) => ({
    args: { card_ids, ...args } as unknown as Verbs[V],
    count: card_ids.length,
  }));
  return sendParts(sync, verb, parts, how);
}

export function slices(ids: readonly string[], size: number): string[][] {
  const parts: string[][] = [];
  for (let from = 0; from < ids.length; from += size) parts.push(ids.slice(from, from + size));
  return parts;
}

/** Parts of at most so many cards and so many rows with their checklists and dependencies; a card with more goes alone. */
function slicesByRows(sync: Sync, ids: readonly string[]): string[][] {
  const parts: string[][] = [];
  const tied = new Map<string, number>();
  for (const { card_id } of sync.store.all("dependencies") as unknown as readonly DependencyRow[])
    tied.set(card_id, (tied.get(card_id) ?? 0) + ROWS_OF_TIE);
  let rows = PART;
  for (const id of ids) {
    const size = 1 + (store.read("cards", id)?.checklist_total ?? 0) + (tied.get(id) ?? 0);
    const part = parts.at(-1);
    if (part && rows + size <= PART && part.length < PURGE_PART) part.push(id);
    else parts.push([id]);
    rows = part && parts.at(-1) === part ? rows + size : size;
  }
  return parts;
}

/**
 * One act on many cards, as several commands where they are many, and one step of undo. The first refusal ends it. While it goes on a line
 * shows how far it is; *Stop* drops what is not sent yet.
 */
export async function sendParts<V extends VerbName>(
  sync: Sync,
  verb: V,
  parts: readonly Part<V>[],
  { doing, group = uuid7() }: How,
): Promise<Sent> {
  const sent: Sent = { answer: { s: "done" }, done: 0, group, isStopped: false };
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  const line = new ProgressLine(doing, total, () => {
    sent.isStopped = true;
  });
  for (const { args, count } of parts) {
    if (sent.isStopped || sent.answer.s !== "done") break;
    sent.answer = await sync.send(verb, args, { group });
    if (sent.answer.s === "done") sent.done += count;
    line.reached(sent.done);
  }
  line.close();
  sent.isStopped &&= sent.done < total;
  return sent;
}

class ProgressLine {
  private shown: number | null = null;
  private readonly since = performance.now();

  constructor(
    private readonly doing: string,
    private readonly total: number,
    private readonly onStop: () => void,
  ) {}

  reached(done: number): void {
    if (done >= this.total || performance.now() - this.since < QUIET_MS) return;
    const action = { label: t`Stop`, run: this.onStop };
    const line = { text: this.doing, progress: { done, total: this.total }, action };
    if (this.shown === null) this.shown = toasts.add(line);
    else toasts.become(this.shown, line);
  }

  close(): void {
    if (this.shown !== null) toasts.close(this.shown);
  }
}
