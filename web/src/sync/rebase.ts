/**
 * Guesses on top of truth (S7). When truth arrives, the guesses are undone, truth is applied, and what is still pending is guessed
 * again. A guess ends when every scope this client reads has reached what its command wrote, so nothing flickers back between the
 * answer and the change.
 */
import { type GuessContext, runGuess, type Touched } from "./guesses";
import type { Store } from "./store";
import type { Wrote } from "./wire";

export interface GuessedCommand {
  id: string;
  verb: string;
  args: unknown;
  at: number;
}

interface Pending {
  command: GuessedCommand;
  touched: Touched;
  /** After `done`: what each scope must reach. */
  waits: Map<string, number> | null;
}

export class Rebase {
  private pending: Pending[] = [];

  constructor(
    private readonly store: Store,
    private readonly person: string,
    /** How far this client has read a scope; null when it does not read it. */
    private readonly reached: (scope: string) => number | null,
  ) {}

  /** Shows a command's guess at once. */
  guess(command: GuessedCommand): void {
    if (this.pending.some((known) => known.command.id === command.id)) return;
    const entry: Pending = { command, touched: [], waits: null };
    this.pending.push(entry);
    // An undo of something pending takes a guess away, which only a full turn can do; a redo takes the undo away.
    if (takesBack(command)) this.turn(() => {});
    else this.store.change(() => this.run(entry));
  }

  /** Applies truth under the guesses. */
  turn(applyTruth: () => void): void {
    this.store.change(() => {
      for (const entry of this.pending) {
        for (const [table, id] of entry.touched) this.store.show(table, id);
        entry.touched = [];
      }
      try {
        applyTruth();
      } finally {
        this.pending = this.pending.filter((entry) => !this.isOver(entry));
        this.guessAgain();
      }
    });
  }

  /** The command is done; its guess stays until its changes have arrived. */
  done(id: string, wrote: Wrote): void {
    const entry = this.pending.find((known) => known.command.id === id);
    if (!entry) return;
    entry.waits = new Map(wrote);
    if (this.isOver(entry)) this.turn(() => {});
  }

  /** The command is refused; its guess goes. */
  refused(id: string): void {
    const entry = this.pending.find((known) => known.command.id === id);
    if (!entry) return;
    entry.waits = new Map();
    this.turn(() => {});
  }

  /** A scope got another epoch: old numbers say nothing about it. */
  forgetWaits(scope: string): void {
    for (const entry of this.pending) entry.waits?.delete(scope);
  }

  /** Guesses that wait for this scope to reach a number; the highest, or null. */
  awaited(scope: string): number | null {
    let highest: number | null = null;
    for (const { waits } of this.pending) highest = Math.max(highest ?? 0, waits?.get(scope) ?? 0) || null;
    return highest;
  }

  private isOver(entry: Pending): boolean {
    if (!entry.waits) return false;
    for (const [scope, seq] of entry.waits) {
      const reached = this.reached(scope);
      if (reached !== null && reached < seq) return false;
    }
    return true;
  }

  private guessAgain(): void {
    const takenBack = new Set<unknown>();
    for (const { command } of this.pending.toReversed()) {
      const isLost = takenBack.has(command.id);
      if (takesBack(command) && !isLost) takenBack.add((command.args as { command_id: string }).command_id);
    }
    for (const entry of this.pending) if (!takenBack.has(entry.command.id)) this.run(entry);
  }

  private run(entry: Pending): void {
    const { id, verb, args, at } = entry.command;
    const ctx: GuessContext = { person: this.person, now: at, commandId: id };
    entry.touched = runGuess(this.store, verb, args, ctx);
  }
}

const takesBack = ({ verb }: GuessedCommand) => verb === "change.undo" || verb === "change.redo";
