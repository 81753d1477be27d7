import { type PointerEvent as ReactPointerEvent, type RefObject, useCallback, useEffect } from "react";
import { oncePageStands } from "../../ui/standing";
import type { CardMove, DragStore } from "./drag/dragStore";
import { whilePressed } from "./drag/whilePressed";
import type { Selection } from "./selection/selection";

type Options = {
  drag: DragStore;
  board: RefObject<HTMLElement | null>;
  isFrozen: boolean;
  selection: Selection;
  /** Sends the move; what it says is where the card goes, never a position (S11). */
  onMove: (move: CardMove) => void;
  /** A finger asks for the card's menu. */
  onHold: (cardId: string, card: HTMLElement) => void;
};

/** Fetched as soon as the board stands: nobody drags before there is something to see. */
const loadDragging = () => import("./drag/cardDragging");

/** Turns a press on a card into an intent: this card, that column, these neighbours. The cards' container takes the handler. */
export function useCardDrag({ drag, board, isFrozen, selection, onMove, onHold }: Options) {
  useEffect(() => void oncePageStands(loadDragging).catch(() => undefined), []);
  return useCallback(
    (event: ReactPointerEvent<HTMLElement>) => {
      const target = event.target as HTMLElement;
      const card = target.closest<HTMLElement>("[data-card]");
      const cardId = card?.dataset.card;
      if (!card || !cardId || isFrozen || event.button !== 0 || !event.isPrimary || target.closest("[data-no-drag]"))
        return;
      if (drag.state) return;
      const down = event.nativeEvent;
      const cardIds = selection.has(cardId) ? selection.cards() : [cardId];
      const press = { drag, board, card, cardId, cardIds, onMove, onHold: () => onHold(cardId, card) };
      void whilePressed(down, loadDragging(), ({ watchCardDrag }) => watchCardDrag(down, press));
    },
    [drag, board, isFrozen, selection, onMove, onHold],
  );
}
