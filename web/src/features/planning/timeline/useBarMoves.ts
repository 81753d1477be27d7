import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, type PointerEvent, type RefObject, useState } from "react";
import type { CardRow } from "../../../contracts/rows";
import { store, useSync } from "../../../sync/hooks";
import { announce } from "../../../ui/announce";
import { getDirection } from "../../../ui/page";
import { useBoard } from "../../boards/boardTools";
import { setSpan } from "../setDates";
import { BarDrag, placeAlong, watchBarDrag } from "./barDrag";
import { type Bar, type BarPart, movedBar } from "./bars";
import { barWords } from "./barWords";
import { dayAt, dayOfNumber, type Scale } from "./scale";
import type { TieDrag } from "./tieDrag";
import { useTieMoves } from "./useTieMoves";

type Options = {
  scale: Scale;
  today: string;
  barOf: (card: CardRow) => Bar | null;
  scroller: RefObject<HTMLElement | null>;
  /** What begins with the first day. */
  days: RefObject<HTMLElement | null>;
};

export type BarMoves = {
  drag: BarDrag;
  tie: TieDrag;
  onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  /** Arrows shift a bar by a day, with Shift its end; answers whether the key was one of them. */
  onBarKey: (event: KeyboardEvent, cardId: string) => boolean;
  /** The day below a point of the page; null beside the days. */
  dayUnder: (x: number, y: number) => string | null;
};

/** Changes dates by dragging bars and their ends, and by keys; start and due of one move are one step of undo. */
export function useBarMoves({ scale, today, barOf, scroller, days }: Options): BarMoves {
  const { t } = useLingui();
  const sync = useSync();
  const { rights, zone, locale, showCardMenu } = useBoard();
  const [drag] = useState(() => new BarDrag());
  const dayAtPoint = (x: number) => dayAt(scale, days.current ? placeAlong(days.current, x) : 0);
  const ties = useTieMoves({ scale, barOf, scroller });
  const movable = (cardId: string) => {
    const card = store.read("cards", cardId);
    return rights.canWrite && card?.completed_at === null ? card : undefined;
  };
  const put = (cardId: string, bar: Bar) => {
    const card = store.read("cards", cardId);
    if (!card) return;
    const day = (number: number | null) => (number === null ? null : dayOfNumber(number));
    setSpan(sync, card, { start: day(bar.start), due: day(bar.due) }, zone);
    const [title, words] = [card.title, barWords(bar, today, locale)];
    announce(t`“${title}”: ${words}`, "assertive");
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (ties.onPointerDown(event)) return;
    const pressed = event.target as HTMLElement;
    const link = pressed.closest<HTMLElement>(".bar");
    const cardId = link?.closest<HTMLElement>("[data-card]")?.dataset.card;
    const card = cardId && movable(cardId);
    const bar = card ? barOf(card) : null;
    if (!link || !card || !bar || !scroller.current || event.button !== 0 || !event.isPrimary) return;
    const part = (pressed.closest<HTMLElement>("[data-end]")?.dataset.end ?? "whole") as BarPart;
    watchBarDrag(event.nativeEvent, {
      ...{ drag, card: card.id, part, bar, dayAtPoint },
      scroller: scroller.current,
      onDrop: (moved) => put(card.id, moved),
      onHold: () => showCardMenu(card.id, link),
    });
  };
  const onBarKey = ({ key, shiftKey }: KeyboardEvent, cardId: string): boolean => {
    if (key !== "ArrowLeft" && key !== "ArrowRight") return false;
    const card = movable(cardId);
    const bar = card ? barOf(card) : null;
    const by = (key === "ArrowRight") === (getDirection() === "ltr") ? 1 : -1;
    if (bar) put(cardId, movedBar(bar, shiftKey ? "due" : "whole", by));
    return true;
  };
  const dayUnder = (x: number, y: number): string | null => {
    const box = scroller.current?.getBoundingClientRect();
    if (!box || !days.current || y < box.top || y > box.bottom || x < box.left || x > box.right) return null;
    const place = placeAlong(days.current, x);
    return place < 0 ? null : dayOfNumber(dayAt(scale, place));
  };
  return { drag, tie: ties.tie, onPointerDown, onBarKey, dayUnder };
}
