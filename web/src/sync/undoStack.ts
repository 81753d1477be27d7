import { UNDOABLE } from "../contracts/verbs";

export interface UndoState {
  canUndo: boolean;
  canRedo: boolean;
}

type Kind = "own" | "undo" | "redo";

/**
 * What this session may take back, newest first (S13). The undo of a command is itself a command, made by the server; redo undoes that.
 * Commands stand here from the moment they are sent, as the outbox keeps their order; a refused one, or one without effect, goes again.
 */
export class UndoStack {
  state: UndoState = { canUndo: false, canRedo: false };
  private readonly done: string[] = [];
  private readonly undone: string[] = [];

  constructor(private readonly changed: () => void) {}

  /** A command went out; `kind` says whether it is itself an undo or a redo. */
  sent(id: string, verb: string, kind: Kind): void {
    if (kind === "undo") this.undone.push(id);
    else if (kind === "redo") this.done.push(id);
    else if (UNDOABLE.has(verb)) {
      this.done.push(id);
      this.undone.length = 0;
    }
    this.update();
  }

  /** The command did nothing: refused, or nothing to change. */
  failed(id: string): void {
    for (const stack of [this.done, this.undone]) {
      const at = stack.indexOf(id);
      if (at >= 0) stack.splice(at, 1);
    }
    this.update();
  }

  takeUndo(): string | undefined {
    return this.done.pop();
  }

  takeRedo(): string | undefined {
    return this.undone.pop();
  }

  private update(): void {
    const state = { canUndo: this.done.length > 0, canRedo: this.undone.length > 0 };
    if (state.canUndo === this.state.canUndo && state.canRedo === this.state.canRedo) return;
    this.state = state;
    this.changed();
  }
}
