import type { MouseEvent } from "react";
import type { BoardTools } from "../../boards/boardTools";
import { useIsCut } from "../clipboard/clipboard";
import { type SelectedState, useSelected } from "./selection";
import "./Selected.css";

type CardClick = { selected: SelectedState; isCut: boolean; onClick: (event: MouseEvent) => void };

/** A click opens a card; with Ctrl or Command it selects it, with Shift all up to it. Who only reads by link selects nothing. */
export function useCardClick(board: BoardTools, cardId: string): CardClick {
  const { selection, personId, openCard } = board;
  const selected = useSelected(selection, cardId);
  const isCut = useIsCut(cardId);
  const onClick = (event: MouseEvent) => {
    const isRange = event.shiftKey;
    const isOne = event.metaKey || event.ctrlKey || selection.isTapping;
    // Not for oneself, it is the browser's: a new tab, a new window.
    if (event.button !== 0 || ((isRange || isOne) && personId === null)) return;
    event.preventDefault();
    if (isRange) selection.extendTo(cardId);
    else if (isOne) selection.toggle(cardId);
    else openCard(cardId);
  };
  return { selected, isCut, onClick };
}
