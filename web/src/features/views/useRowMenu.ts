import { useCallback, useEffect, useState } from "react";
import type { RowMenuPlace } from "./listTools";
import type { ViewCard } from "./viewData";

type Open = RowMenuPlace & { at: DOMRect };

/**
 * Which of a row's menus is open. It stays `at` its place, though its row may go to another bucket while one chooses; it tells of the
 * card as it is now, and closes when the card leaves the list.
 */
export function useRowMenu(cards: readonly ViewCard[]) {
  const [menu, setMenu] = useState<Open | null>(null);
  const card = menu ? cards.find(({ id }) => id === menu.card.id) : undefined;
  const isLost = menu !== null && !card;
  useEffect(() => {
    if (isLost) setMenu(null);
  }, [isLost]);
  const show = useCallback(
    (place: RowMenuPlace) =>
      setMenu((old) => ({
        ...place,
        at: old && !place.anchor.isConnected ? old.at : place.anchor.getBoundingClientRect(),
      })),
    [],
  );
  // One entry may have opened another menu in its place.
  const close = (kind: RowMenuPlace["kind"]) => setMenu((now) => (now?.kind === kind ? null : now));
  return [menu && card ? { ...menu, card } : null, show, close] as const;
}
