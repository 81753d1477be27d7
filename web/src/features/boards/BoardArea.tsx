import { useLingui } from "@lingui/react/macro";
import { type CSSProperties, type MouseEvent, type ReactNode, type RefObject, useCallback, useEffect } from "react";
import type { CardMove } from "../cards/drag/dragStore";
import { keepTouchFromScrolling } from "../cards/drag/touchScroll";
import { useCardDrag } from "../cards/useCardDrag";
import { useCardKeys } from "../cards/useCardKeys";
import { useBoard } from "./boardTools";

type BoardAreaProps = {
  scroller: RefObject<HTMLDivElement | null>;
  /** How many columns stand there, and how many as strips. */
  columns: number;
  strips: number;
  children: ReactNode;
};

/** Where columns of cards stand side by side: drag, keys and selection for all of them. */
export function BoardArea({ scroller, columns, strips, children }: BoardAreaProps) {
  const { t } = useLingui();
  const board = useBoard();
  const { drag, moveCard } = board;
  const onPointerDown = useCardDrag({
    drag,
    board: scroller,
    isFrozen: !board.rights.canWrite,
    selection: board.selection,
    onMove: useCallback((move: CardMove) => (drag.lanes?.move ?? moveCard)(move), [drag, moveCard]),
    onHold: (cardId, card) => board.showCardMenu(cardId, card.querySelector<HTMLElement>("[data-card-link]") ?? card),
  });
  const onClick = ({ target }: MouseEvent) => {
    // Beside everything: nothing is selected any more.
    if (board.selection.size > 0 && !(target as Element).closest("[data-card], button, a, input, textarea"))
      board.selection.clear();
  };
  const onKeyDown = useCardKeys(board);
  useEffect(() => (scroller.current ? keepTouchFromScrolling(scroller.current) : undefined), [scroller]);
  useFocusNotes();
  const name = board.board.name;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the cards inside are the controls, this only listens for all of them
    <div
      className="board"
      data-zoom={board.isLines ? "lines" : "cards"}
      ref={scroller}
      style={{ "--columns": columns || 1, "--strips": strips } as CSSProperties}
      onPointerDown={onPointerDown}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      <h1 className="visually-hidden">{t`Board “${name}”`}</h1>
      {children}
    </div>
  );
}

/** Which card has the focus, while the board is in the page. */
export function useFocusNotes(): void {
  const { focus } = useBoard();
  useEffect(() => {
    const note = (event: FocusEvent) => focus.note(event.target);
    document.addEventListener("focusin", note);
    return () => {
      document.removeEventListener("focusin", note);
      focus.release();
    };
  }, [focus]);
}
