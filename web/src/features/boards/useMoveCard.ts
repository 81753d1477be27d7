import { useCallback } from "react";
import { useSync } from "../../sync/hooks";
import type { Sync } from "../../sync/sync";
import type { CardFocus } from "../cards/cardFocus";
import type { CardMove } from "../cards/drag/dragStore";
import type { Place } from "../cards/selection/bulkActs";

/** Sends a move; the focus goes with the card. A refusal is told by `useRefusals`. */
export function useMoveCard(focus: CardFocus): (move: CardMove, group?: string) => void {
  const sync = useSync();
  return useCallback(
    ({ cardId, cardIds = [cardId], columnId, after, before }: CardMove, group?: string) => {
      const hadFocus = focus.current === cardId;
      if (cardIds.length === 1)
        void sync.send("card.move", { card_ids: [cardId], column_id: columnId, after, before }, { group });
      else void moveMany(sync, cardIds, { columnId, after, before });
      if (hadFocus) focus.want(cardId);
    },
    [sync, focus],
  );
}

async function moveMany(sync: Sync, cardIds: readonly string[], place: Place): Promise<void> {
  const { moveCards, tellMoved } = await import("../cards/selection/bulkActs");
  tellMoved(sync, await moveCards(sync, cardIds, place));
}
