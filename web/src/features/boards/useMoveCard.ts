import { useCallback } from "react";
import { useSync } from "../../sync/hooks";
import type { CardFocus } from "../cards/cardFocus";
import type { CardMove } from "../cards/drag/dragStore";

/** Sends a move; the focus goes with the card. A refusal is told by `useRefusals`. */
export function useMoveCard(focus: CardFocus): (move: CardMove, group?: string) => void {
  const sync = useSync();
  return useCallback(
    ({ cardId, columnId, after, before }: CardMove, group?: string) => {
      const hadFocus = focus.current === cardId;
      void sync.send("card.move", { card_ids: [cardId], column_id: columnId, after, before }, { group });
      if (hadFocus) focus.want(cardId);
    },
    [sync, focus],
  );
}
