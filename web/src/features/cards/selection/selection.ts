import { useCallback, useSyncExternalStore } from "react";
import { store } from "../../../sync/hooks";

const NONE: readonly string[] = [];

/**
 * The cards selected on one board, outside React. Each card listens to itself alone: of ten thousand, a click renders the one that was
 * clicked. Ids may be of cards that have gone meanwhile; `cards` are those that are still here, in the order of the board.
 */
export class Selection {
  private chosen = new Set<string>();
  private list: readonly string[] = NONE;
  private readonly ofCard = new Map<string, Set<() => void>>();
  private readonly ofAll = new Set<() => void>();
  /** Where a range begins: the card that was chosen last. */
  private anchor: string | null = null;
  /** A tap selects and does not open: there is no Ctrl key on a phone. */
  isTapping = false;
  /** The bar takes the focus when it comes. */
  wantsFocus = false;

  constructor(
    /** The ids of the cards on the screen, column after column. */
    private readonly visible: () => readonly (readonly string[])[],
    private readonly boardId: string,
  ) {}

  has = (id: string): boolean => this.chosen.has(id);

  get size(): number {
    return this.chosen.size;
  }

  /** In the order in which they were chosen; the same array while nothing changes. */
  ids = (): readonly string[] => this.list;

  /** Those that are still on the board, in the order of its columns and of the cards in them. */
  cards(): string[] {
    const shown = this.visible()
      .flat()
      .filter((id) => this.chosen.has(id));
    const seen = new Set(shown);
    const others = this.list.filter((id) => !seen.has(id));
    return [...shown, ...others].filter((id) => store.read("cards", id)?.board_id === this.boardId);
  }

  toggle(id: string): void {
    const next = new Set(this.chosen);
    if (!next.delete(id)) next.add(id);
    this.anchor = id;
    this.set(next);
  }

  /** A tap selects from here on, until nothing is selected any more. */
  startTapping(id: string): void {
    this.isTapping = true;
    this.anchor = id;
    this.set(new Set([...this.chosen, id]), true);
  }

  add(ids: readonly string[]): void {
    this.anchor = ids.at(-1) ?? this.anchor;
    this.set(new Set([...this.chosen, ...ids]));
  }

  /** Everything from the card chosen last to this one, through the columns between them. */
  extendTo(id: string): void {
    const all = this.visible().flat();
    const from = this.anchor ? all.indexOf(this.anchor) : -1;
    const to = all.indexOf(id);
    if (from < 0 || to < 0) {
      this.toggle(id);
      return;
    }
    const anchor = this.anchor;
    this.add(all.slice(Math.min(from, to), Math.max(from, to) + 1));
    this.anchor = anchor;
  }

  clear(): void {
    this.anchor = null;
    this.set(new Set());
  }

  watchCard(id: string, listener: () => void): () => void {
    const listeners = this.ofCard.get(id) ?? new Set();
    this.ofCard.set(id, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.ofCard.get(id) === listeners) this.ofCard.delete(id);
    };
  }

  watch = (listener: () => void): (() => void) => {
    this.ofAll.add(listener);
    return () => this.ofAll.delete(listener);
  };

  private set(next: Set<string>, hasModeChanged = false): void {
    const old = this.chosen;
    this.chosen = next;
    this.list = [...next];
    const wasTapping = this.isTapping;
    if (next.size === 0) this.isTapping = false;
    // How a tap works shows on every card in sight.
    if (hasModeChanged || wasTapping !== this.isTapping) {
      for (const listeners of this.ofCard.values()) for (const listener of listeners) listener();
    } else {
      for (const id of old) if (!next.has(id)) this.tell(id);
      for (const id of next) if (!old.has(id)) this.tell(id);
    }
    for (const listener of this.ofAll) listener();
  }

  private tell(id: string): void {
    for (const listener of this.ofCard.get(id) ?? []) listener();
  }
}

export type SelectedState = "on" | "tap" | "off";

/** Whether a card is selected, and if not, whether a tap would. */
export function useSelected(selection: Selection, id: string): SelectedState {
  const watch = useCallback((listener: () => void) => selection.watchCard(id, listener), [selection, id]);
  return useSyncExternalStore(watch, () => (selection.has(id) ? "on" : selection.isTapping ? "tap" : "off"));
}

export function useSelectedIds(selection: Selection): readonly string[] {
  return useSyncExternalStore(selection.watch, selection.ids);
}
