import { useLingui } from "@lingui/react/macro";
import { type PointerEvent, type RefObject, useState } from "react";
import type { CardRow } from "../../../contracts/rows";
import { store, useSync } from "../../../sync/hooks";
import { announce } from "../../../ui/announce";
import type { Bar } from "./bars";
import { sideOf } from "./links";
import type { Scale } from "./scale";
import { TieDrag, type TieEnd, watchTieDrag } from "./tieDrag";

type Options = {
  scale: Scale;
  barOf: (card: CardRow) => Bar | null;
  scroller: RefObject<HTMLElement | null>;
};

/** Ties cards by a line that is drawn from the dot beside one bar to another. No date changes by it. */
export function useTieMoves({ scale, barOf, scroller }: Options) {
  const { t } = useLingui();
  const sync = useSync();
  const [tie] = useState(() => new TieDrag());
  const put = (cardId: string, end: TieEnd, otherId: string) => {
    const [blocker, waiting] = end === "due" ? [cardId, otherId] : [otherId, cardId];
    const [first, second] = [store.read("cards", blocker)?.title, store.read("cards", waiting)?.title];
    const kind = end === "due" ? "blocks" : "blocked_by";
    void sync.send("dependency.add", { card_id: cardId, kind, other_id: otherId }).then((answer) => {
      if (answer.s === "done") announce(t`“${second}” waits for “${first}”.`);
    });
  };
  /** Answers whether the press was on such a dot. */
  const onPointerDown = (event: PointerEvent<HTMLElement>): boolean => {
    const dot = (event.target as HTMLElement).closest<HTMLElement>("[data-tie]");
    const row = dot?.closest<HTMLElement>("[data-card]");
    const box = scroller.current;
    const layer = box?.querySelector(".timeline__layer");
    const card = row?.dataset.card ? store.read("cards", row.dataset.card) : undefined;
    const bar = card ? barOf(card) : null;
    if (!dot || !row || !box || !layer || !card || !bar || event.button !== 0) return dot !== null;
    const end = dot.dataset.tie as TieEnd;
    const middle = dot.getBoundingClientRect();
    const y = (middle.top + middle.bottom) / 2 - layer.getBoundingClientRect().top;
    watchTieDrag(event.nativeEvent, {
      ...{ tie, end, layer, scroller: box, card: card.id },
      from: { x: sideOf(bar, scale, end), y },
      onDrop: (other) => put(card.id, end, other),
    });
    return true;
  };
  return { tie, onPointerDown };
}
