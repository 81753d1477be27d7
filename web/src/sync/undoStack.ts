/**
 * What this session may take back, newest first (S13). The undo of a command is itself a command, made by the server; redo undoes that.
 *
 * An act that needs several commands (a bulk change in parts, S23) is one step: give each of them the same group, any string of one's own,
 *
 *     const group = uuid7(Date.now());
 *     for (const part of parts) void sync.send("card.set_status", { card_ids: part, status }, { group });
 *
 * and one Ctrl+Z takes them all back, newest first; one redo does them all again. Parts may be sent one after the other, also when something
 * else was done in between: they join their step where it stands. A part that is refused, or has no effect, leaves the step; so does one
 * whose undo is refused because somebody has changed the same since, and the rest is undone all the same. `sync.undo(group)` takes back
 * that very step, which is what a toast's *Undo* means.
 */
import { UNDOABLE } from "../contracts/verbs";

export interface UndoState {
  canUndo: boolean;
  canRedo: boolean;
}

export type Kind = "own" | "undo" | "redo";

/** Commands taken back together, in the order they were sent. */
export interface Step {
  group: string;
  ids: string[];
}

/** Commands stand here from the moment they are sent, as the outbox keeps their order. */
export class UndoStack {
  state: UndoState = { canUndo: false, canRedo: false };
  private readonly done: Step[] = [];
  private readonly undone: Step[] = [];

  constructor(private readonly changed: () => void) {}

  /** A command went out; `kind` says whether it is itself an undo or a redo. */
  sent(id: string, verb: string, kind: Kind, group = id): void {
    if (kind === "undo") push(this.undone, id, group);
    else if (kind === "redo") push(this.done, id, group);
    else if (UNDOABLE.has(verb)) {
      push(this.done, id, group);
      this.undone.length = 0;
    }
    this.update();
  }

  /** The command did nothing: refused, or nothing to change. */
  failed(id: string): void {
    for (const stack of [this.done, this.undone]) {
      const step = stack.find(({ ids }) => ids.includes(id));
      step?.ids.splice(step.ids.indexOf(id), 1);
      if (step?.ids.length === 0) stack.splice(stack.indexOf(step), 1);
    }
    this.update();
  }

  /** The newest step, or the one of a group wherever it stands; none where it is undone already. */
  takeUndo(group?: string): Step | undefined {
    if (group === undefined) return this.done.pop();
    const at = this.done.findIndex((step) => step.group === group);
    return at < 0 ? undefined : this.done.splice(at, 1)[0];
  }

  takeRedo(): Step | undefined {
    return this.undone.pop();
  }

  private update(): void {
    const state = { canUndo: this.done.length > 0, canRedo: this.undone.length > 0 };
    if (state.canUndo === this.state.canUndo && state.canRedo === this.state.canRedo) return;
    this.state = state;
    this.changed();
  }
}

function push(stack: Step[], id: string, group: string): void {
  const step = stack.find((one) => one.group === group);
  if (step) step.ids.push(id);
  else stack.push({ group, ids: [id] });
}
