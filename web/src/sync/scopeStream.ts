import type { Surroundings } from "./env";
import type { Change } from "./wire";

export interface ScopeStatus {
  state: "loading" | "head" | "ready" | "gone";
  code?: string;
}

export const LOADING: ScopeStatus = { state: "loading" };

/** A gap that has not closed by then is asked for again. */
const PATIENCE_MS = 3_000;
/** Changes kept while something before them is missing; more are asked for anew. */
const MOST_AHEAD = 1_000;

/** One open scope: where it stands, what came too early, and when to ask again. */
export class ScopeStream {
  status = LOADING;
  epoch: string | null = null;
  seq = 0;
  readers = 0;
  /** Left on the server, still in memory. */
  isPaused = false;
  downloading: Promise<void> | null = null;
  /** How often all rows were replaced. */
  turn = 0;
  /** Lists to which every change is added as it is applied (pages.ts). */
  readonly hearers = new Set<Change[]>();
  cancelLinger: (() => void) | null = null;
  private readonly ahead = new Map<number, Change>();
  private expected = 0;
  private cancelPatience: (() => void) | null = null;
  private isAsked = false;

  constructor(
    readonly scope: string,
    private readonly env: Surroundings,
    private readonly refill: (stream: ScopeStream) => void,
  ) {}

  /** All rows are those of this number; what came too early stays if it is of the same epoch. */
  start(epoch: string, seq: number): void {
    this.epoch = epoch;
    this.seq = seq;
    this.turn += 1;
    this.expected = seq;
    this.isAsked = false;
    for (const [number, change] of this.ahead) if (number <= seq || change[1] !== epoch) this.ahead.delete(number);
  }

  take(seq: number, change: Change): void {
    if (this.status.state === "ready" && seq <= this.seq) return;
    if (this.ahead.size < MOST_AHEAD) this.ahead.set(seq, change);
    // The one in turn leaves no gap: it is applied next.
    if (seq === this.seq + 1) this.expected = Math.max(this.expected, seq);
    else this.expect(seq);
  }

  /** The change that is in turn, if it is here. */
  next(): Change | undefined {
    if (this.epoch === null) return undefined;
    const change = this.ahead.get(this.seq + 1);
    if (!change) {
      this.watchGap();
      return undefined;
    }
    this.ahead.delete(this.seq + 1);
    this.seq += 1;
    return change;
  }

  /** The server has got this far; ask for what is missing if it does not come. */
  expect(seq: number): void {
    this.expected = Math.max(this.expected, seq);
    this.watchGap();
  }

  /** A `sub` was sent: give its answer time before asking again. */
  asked(): void {
    this.isAsked = true;
    this.watchGap();
  }

  pause(): void {
    this.isPaused = true;
    this.cancelPatience?.();
    this.cancelPatience = null;
  }

  leave(): void {
    this.cancelPatience?.();
    this.cancelLinger?.();
    this.ahead.clear();
  }

  private watchGap(): void {
    if (this.epoch === null || this.isPaused || this.seq >= this.expected) {
      this.cancelPatience?.();
      this.cancelPatience = null;
      this.isAsked = false;
      return;
    }
    // A change that overtook another shows a gap for certain: ask at once, but only once in a while.
    if (this.ahead.size > 0 && !this.isAsked) {
      this.isAsked = true;
      this.refill(this);
    }
    this.cancelPatience ??= this.env.later(PATIENCE_MS, () => {
      this.cancelPatience = null;
      this.isAsked = false;
      this.refill(this);
      this.watchGap();
    });
  }
}
