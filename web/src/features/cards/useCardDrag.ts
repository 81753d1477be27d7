import { type PointerEvent as ReactPointerEvent, type RefObject, useCallback } from "react";
import { type DragStore, hitTest } from "./drag/dragStore";
import { edgeSpeed } from "./drag/edgeSpeed";
import { type Ghost, makeGhost } from "./drag/ghost";
import { type Point, watchGesture } from "./drag/pointerGesture";
import { neighboursAt } from "./drag/slots";

export type CardMove = { cardId: string; columnId: string; after: string | null; before: string | null };

export const CARD_GAP_PX = 8;

type Options = {
  drag: DragStore;
  board: RefObject<HTMLElement | null>;
  isFrozen: boolean;
  /** Sends the move; what it says is where the card goes, never a position (S11). */
  onMove: (move: CardMove) => void;
};

/** Turns a press on a card into an intent: this card, that column, these neighbours. The cards' container takes the handler. */
export function useCardDrag({ drag, board, isFrozen, onMove }: Options) {
  return useCallback(
    (event: ReactPointerEvent<HTMLElement>) => {
      const target = event.target as HTMLElement;
      const card = target.closest<HTMLElement>("[data-card]");
      const cardId = card?.dataset.card;
      if (!card || !cardId || isFrozen || event.button !== 0 || !event.isPrimary || target.closest("[data-no-drag]"))
        return;
      if (drag.state) return;
      watchGesture(event.nativeEvent, new PointerDrag(drag, board, card, cardId, onMove));
    },
    [drag, board, isFrozen, onMove],
  );
}

class PointerDrag {
  private ghost: Ghost | null = null;
  private at: Point = { x: 0, y: 0 };
  private frame = 0;

  constructor(
    private readonly drag: DragStore,
    private readonly board: RefObject<HTMLElement | null>,
    private readonly card: HTMLElement,
    private readonly cardId: string,
    private readonly send: (move: CardMove) => void,
  ) {}

  onStart = (at: Point): boolean => {
    // The list may have dropped the card while the finger waited.
    if (!this.card.isConnected) return false;
    this.at = at;
    this.ghost = makeGhost(this.card, at, "drag-ghost--card");
    getSelection()?.removeAllRanges();
    this.drag.set({ cardId: this.cardId, size: this.ghost.height + CARD_GAP_PX, target: null, phase: "pointer" });
    this.frame = requestAnimationFrame(this.tick);
    return true;
  };

  onMove = (at: Point): void => {
    this.at = at;
  };

  /** Once a frame: move the copy, scroll at the edges, look what is below. Other people's moves are simply there at the next look. */
  private tick = (): void => {
    this.ghost?.moveTo(this.at);
    this.scroll();
    this.aim();
    this.frame = requestAnimationFrame(this.tick);
  };

  private aim(): void {
    const box = this.ghost?.box();
    if (box) this.drag.aim(hitTest(this.drag.lists.values(), this.cardId, this.at.x, box.top + box.height / 2));
  }

  private scroll(): void {
    const board = this.board.current;
    if (!board) return;
    const across = board.getBoundingClientRect();
    board.scrollLeft += edgeSpeed(this.at.x, across.left, across.right);
    const over = this.drag.state?.target && this.drag.lists.get(this.drag.state.target.columnId);
    if (!over) return;
    const down = over.scroller.getBoundingClientRect();
    over.scroller.scrollTop += edgeSpeed(this.at.y, down.top, down.bottom);
  }

  onDrop = (): void => {
    cancelAnimationFrame(this.frame);
    this.ghost?.moveTo(this.at);
    this.aim();
    const state = this.drag.state;
    const list = state?.target && this.drag.lists.get(state.target.columnId);
    if (!state?.target || !list) {
      this.onCancel();
      return;
    }
    const ids = list.ids();
    const place = document.querySelector(".column__gap")?.getBoundingClientRect() ?? null;
    const isSame = ids.indexOf(this.cardId) === state.target.index;
    this.drag.set({ ...state, phase: "landing" });
    if (!isSame)
      this.send({
        cardId: this.cardId,
        columnId: list.columnId,
        ...neighboursAt(ids, this.cardId, state.target.index),
      });
    this.finish(place);
  };

  onCancel = (): void => {
    cancelAnimationFrame(this.frame);
    const state = this.drag.state;
    if (state) this.drag.set({ ...state, target: null, phase: "landing" });
    this.finish(this.card.isConnected ? this.card.getBoundingClientRect() : null);
  };

  private finish(place: DOMRect | null): void {
    void this.ghost?.land(place).then(() => {
      if (this.drag.state?.cardId === this.cardId && this.drag.state.phase === "landing") this.drag.set(null);
    });
  }
}
