import { useSyncExternalStore } from "react";
import { type Span, slotAt } from "./slots";

export type CardMove = {
  cardId: string;
  /** All that go, in this order, where the card is not alone. */
  cardIds?: readonly string[];
  columnId: string;
  after: string | null;
  before: string | null;
};

export const CARD_GAP_PX = 8;

/**
 * What is being dragged and where it would land, outside React: columns subscribe to their own part, so a moving pointer re-renders only
 * the column it leaves and the one it enters.
 */
export type DragTarget = { columnId: string; index: number };
export type DragState = {
  cardId: string;
  /** Height of the card and the gap below it. */
  size: number;
  target: DragTarget | null;
  /** `pointer` shows a gap; `keys` shows the card itself at its new place; `landing` waits for the copy to arrive. */
  phase: "pointer" | "keys" | "landing";
};

export type DropList = {
  columnId: string;
  scroller: HTMLElement;
  /** The element whose top is the start of the first card. */
  list: HTMLElement;
  spans: () => readonly Span[];
  /** What of it is in sight, as it was told last: to measure it would lay out the page. */
  sight: () => Span;
  ids: () => readonly string[];
  /** Those out of the list too, where only some are shown. */
  all?: (() => readonly string[]) | undefined;
  /** Scrolls until this place can be seen. */
  reveal: (index: number) => void;
  canTake: boolean;
  lane?: Lane | undefined;
};

/** What a list has that is no column of the board, such as a day: a name, and an order that gives every card its place. */
export type Lane = { name: string; placeOf: (cardId: string) => number };

/** The lists that stand on the screen in the place of the board's columns. */
export type Lanes = {
  ids: () => readonly string[];
  of: (cardId: string) => string | undefined;
  order: (laneId: string) => readonly string[];
  /** What a drop means there. */
  move: (move: CardMove) => void;
};

export class DragStore {
  state: DragState | null = null;
  readonly lists = new Map<string, DropList>();
  lanes: Lanes | null = null;
  private listeners = new Set<() => void>();

  set(next: DragState | null): void {
    this.state = next;
    for (const listener of this.listeners) listener();
  }

  aim(wanted: DragTarget | null): void {
    const now = this.state;
    const target = now && wanted ? this.placed(now.cardId, wanted) : wanted;
    if (!now || (now.target?.columnId === target?.columnId && now.target?.index === target?.index)) return;
    this.set({ ...now, target });
  }

  /** In a list with an order of its own, a card goes where that order puts it. */
  private placed(cardId: string, target: DragTarget): DragTarget {
    const index = this.lists.get(target.columnId)?.lane?.placeOf(cardId);
    return index === undefined ? target : { ...target, index };
  }

  register(list: DropList): () => void {
    this.lists.set(list.columnId, list);
    return () => {
      if (this.lists.get(list.columnId) === list) this.lists.delete(list.columnId);
    };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

/** The column under the pointer and the place in it at the height of the dragged card's middle. */
export function hitTest(lists: Iterable<DropList>, cardId: string, x: number, middle: number): DragTarget | null {
  for (const list of lists) {
    const box = list.scroller.getBoundingClientRect();
    if (x < box.left - 6 || x > box.right + 6 || !list.canTake) continue;
    const from = list.ids().indexOf(cardId);
    return {
      columnId: list.columnId,
      index: slotAt(list.spans(), middle - list.list.getBoundingClientRect().top, from),
    };
  }
  return null;
}

/** The drag as one column sees it: null while it is neither left nor entered. The answer keeps its identity while nothing changes. */
export type ColumnDrag = { cardId: string; size: number; to: number; phase: DragState["phase"] };

export function columnDrag(state: DragState | null, columnId: string, last: ColumnDrag | null): ColumnDrag | null {
  if (!state) return null;
  const to = state.target?.columnId === columnId ? state.target.index : -1;
  const isSame =
    last && last.cardId === state.cardId && last.to === to && last.phase === state.phase && last.size === state.size;
  return isSame ? last : { cardId: state.cardId, size: state.size, to, phase: state.phase };
}

export function useDragPhase(drag: DragStore): DragState["phase"] | null {
  return useSyncExternalStore(drag.subscribe, () => drag.state?.phase ?? null);
}
