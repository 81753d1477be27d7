import { t } from "@lingui/core/macro";
import type { VerbName, Verbs } from "../../contracts/verbs";
import { uuid7 } from "../../kits/idkit";
import type { Answer, Sync } from "../../sync/sync";
import { toasts } from "../../ui/toasts";

/** The verbs that take the ids of many cards. */
export type BulkVerb = {
  [V in VerbName]: Verbs[V] extends { card_ids: readonly string[] } ? V : never;
}[VerbName];

/** One command changes a bounded number of rows (S23); what purging takes along makes its parts smaller. */
const PART = 400;
const PURGE_PART = 100;
/** Work of a moment shows nothing but its end. */
const QUIET_MS = 400;

export type Sent = {
  answer: Answer;
  /** How many cards the answered commands named. */
  done: number;
  /** All parts are one step of undo; `sync.undo(group)` takes back this very one. */
  group: string;
};

type Parts<V extends BulkVerb> = {
  /** What the command says besides the cards; a function is given each part's cards. */
  args: Omit<Verbs[V], "card_ids"> | ((part: readonly string[], from: number) => Omit<Verbs[V], "card_ids">);
  /** Said while it goes on. */
  doing: string;
  group?: string;
};

/**
 * One act on many cards, as several commands where they are many, and one step of undo. The first refusal ends it. While it goes on a line
 * shows how far it is; *Stop* drops what is not sent yet.
 */
export async function sendInParts<V extends BulkVerb>(
  sync: Sync,
  verb: V,
  cardIds: readonly string[],
  { args, doing, group = uuid7() }: Parts<V>,
): Promise<Sent> {
  const size = verb === "card.purge" ? PURGE_PART : PART;
  const sent: Sent = { answer: { s: "done" }, done: 0, group };
  const line = new ProgressLine(doing, cardIds.length);
  for (let from = 0; from < cardIds.length && sent.answer.s === "done" && !line.isStopped; from += size) {
    const part = cardIds.slice(from, from + size);
    const rest = typeof args === "function" ? args(part, from) : args;
    sent.answer = await sync.send(verb, { card_ids: part, ...rest } as unknown as Verbs[V], { group });
    if (sent.answer.s === "done") sent.done += part.length;
    line.reached(sent.done);
  }
  line.close();
  return sent;
}

class ProgressLine {
  isStopped = false;
  private shown: number | null = null;
  private readonly since = performance.now();

  constructor(
    private readonly doing: string,
    private readonly total: number,
  ) {}

  reached(done: number): void {
    if (done >= this.total || this.isStopped || performance.now() - this.since < QUIET_MS) return;
    const stop = {
      label: t`Stop`,
      run: () => {
        this.isStopped = true;
      },
    };
    const line = { text: this.doing, progress: { done, total: this.total }, action: stop };
    if (this.shown === null) this.shown = toasts.add(line);
    else toasts.become(this.shown, line);
  }

  close(): void {
    if (this.shown !== null) toasts.close(this.shown);
  }
}
