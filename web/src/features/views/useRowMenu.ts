import { type RefObject, useLayoutEffect, useState } from "react";
import type { RowMenuPlace } from "./listTools";
import { linksIn } from "./useRowKeys";
import type { ViewCard } from "./viewData";

/** Which of a row's menus is open. It goes with its row to another bucket, tells of the card as it is now, and closes when the row leaves. */
export function useRowMenu(list: RefObject<HTMLElement | null>, cards: readonly ViewCard[]) {
  const [menu, setMenu] = useState<RowMenuPlace | null>(null);
  const card = menu ? cards.find(({ id }) => id === menu.card.id) : undefined;
  useLayoutEffect(() => {
    if (!menu || !list.current || (card && menu.anchor.isConnected)) return;
    const anchor = linksIn(list.current).find(
      (link) => link.closest<HTMLElement>("[data-row]")?.dataset.row === card?.id,
    );
    setMenu(anchor ? { ...menu, anchor } : null);
  });
  return [menu && card ? { ...menu, card } : null, setMenu] as const;
}
