import type { RefObject } from "react";
import { CARD_GAP_PX, type CardMove, type DragStore, hitTest } from "./dragStore";
import { edgeSpeed } from "./edgeSpeed";
import { type Ghost, makeGhost } from "./ghost";
import { type Point, watchGesture } from "./pointerGesture";
import { neighboursAmong } from "./slots";

export type CardPress = {
  drag: DragStore;
  board: RefObject<HTMLElement | null>;
  card: HTMLElement;
  cardId: string;
  /** All that go along, the card among them, in the order of the board. */
  cardIds: readonly string[];
  onMove: (move: CardMove) => void;
  /** A finger held the card and let it go where it was. */
  onHold: () => void;
};

/** Follows one press on a card until it is let go. */
export function watchCardDrag(down: PointerEvent, press: CardPress): void {
  watchGesture(down, new PointerDrag(press));
}

class PointerDrag {
  private ghost: Ghost | null = null;
  private at: Point = { x: 0, y: 0 };
  private frame = 0;

  private readonly drag: DragStore;

  constructor(private readonly press: CardPress) {
    this.drag = press.drag;
  }

  onStart = (at: Point): boolean => {
    // The list may have dropped the card while the finger waited.
    if (!this.press.card.isConnected) return false;
    this.at = at;
    const { card, cardIds } = this.press;
    this.ghost = makeGhost(card, at, "drag-ghost--card", cardIds.length);
    document.documentElement.classList.toggle("is-dragging-many", cardIds.length > 1);
    getSelection()?.removeAllRanges();
    this.drag.set({ cardId: this.press.cardId, size: this.ghost.height + CARD_GAP_PX, target: null, phase: "pointer" });
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
    if (box) this.drag.aim(hitTest(this.drag.lists.values(), this.press.cardId, this.at.x, box.top + box.height / 2));
  }

  private scroll(): void {
    const board = this.press.board.current;
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
    const { cardId, cardIds, onMove } = this.press;
    const place = document.querySelector(".column__gap")?.getBoundingClientRect() ?? null;
    const isSame = cardIds.length === 1 && ids.indexOf(cardId) === state.target.index;
    this.drag.set({ ...state, phase: "landing" });
    const neighbours = neighboursAmong(list.all?.() ?? ids, ids, cardIds, cardId, state.target.index);
    if (!isSame) onMove({ cardId, cardIds, columnId: list.columnId, ...neighbours });
    this.finish(place);
  };

  onHold = (): void => {
    this.onCancel();
    this.press.onHold();
  };

  onCancel = (): void => {
    cancelAnimationFrame(this.frame);
    const state = this.drag.state;
    if (state) this.drag.set({ ...state, target: null, phase: "landing" });
    this.finish(this.press.card.isConnected ? this.press.card.getBoundingClientRect() : null);
  };

  private finish(place: DOMRect | null): void {
    document.documentElement.classList.remove("is-dragging-many");
    void this.ghost?.land(place).then(() => {
      if (this.drag.state?.cardId === this.press.cardId && this.drag.state.phase === "landing") this.drag.set(null);
    });
  }
}
