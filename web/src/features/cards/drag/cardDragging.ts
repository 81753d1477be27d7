import type { RefObject } from "react";
import { CARD_GAP_PX, type CardMove, type DragStore, hitTest } from "./dragStore";
import { edgeSpeed } from "./edgeSpeed";
import { type Ghost, makeGhost } from "./ghost";
import { type Point, watchGesture } from "./pointerGesture";
import { neighboursAt } from "./slots";

export type CardPress = {
  drag: DragStore;
  board: RefObject<HTMLElement | null>;
  card: HTMLElement;
  cardId: string;
  onMove: (move: CardMove) => void;
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
    this.ghost = makeGhost(this.press.card, at, "drag-ghost--card");
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
    const place = document.querySelector(".column__gap")?.getBoundingClientRect() ?? null;
    const isSame = ids.indexOf(this.press.cardId) === state.target.index;
    this.drag.set({ ...state, phase: "landing" });
    if (!isSame)
      this.press.onMove({
        cardId: this.press.cardId,
        columnId: list.columnId,
        ...neighboursAt(ids, this.press.cardId, state.target.index),
      });
    this.finish(place);
  };

  onCancel = (): void => {
    cancelAnimationFrame(this.frame);
    const state = this.drag.state;
    if (state) this.drag.set({ ...state, target: null, phase: "landing" });
    this.finish(this.press.card.isConnected ? this.press.card.getBoundingClientRect() : null);
  };

  private finish(place: DOMRect | null): void {
    void this.ghost?.land(place).then(() => {
      if (this.drag.state?.cardId === this.press.cardId && this.drag.state.phase === "landing") this.drag.set(null);
    });
  }
}
