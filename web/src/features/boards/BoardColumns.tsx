import { useLingui } from "@lingui/react/macro";
import { type CSSProperties, lazy, type MouseEvent, Suspense, useEffect, useRef } from "react";
import { keepTouchFromScrolling } from "../cards/drag/touchScroll";
import { useCardDrag } from "../cards/useCardDrag";
import { useCardKeys } from "../cards/useCardKeys";
import { BoardColumn } from "./BoardColumn";
import { useBoard } from "./boardTools";
import { NewColumn } from "./NewColumn";
import type { ShownColumns } from "./useShownColumns";

const ColumnsInSight = lazy(() => import("./ColumnsInSight").then((module) => ({ default: module.ColumnsInSight })));

/** From this many columns on, only those in sight are in the page. */
const VIRTUAL_FROM = 15;

export function BoardColumns({ columns }: { columns: ShownColumns }) {
  const { t } = useLingui();
  const board = useBoard();
  const scroller = useRef<HTMLDivElement>(null);
  const onPointerDown = useCardDrag({
    drag: board.drag,
    board: scroller,
    isFrozen: !board.rights.canWrite,
    selection: board.selection,
    onMove: board.moveCard,
    onHold: (cardId, card) => board.showCardMenu(cardId, card.querySelector<HTMLElement>("[data-card-link]") ?? card),
  });
  const onClick = ({ target }: MouseEvent) => {
    // Beside everything: nothing is selected any more.
    if (board.selection.size > 0 && !(target as Element).closest("[data-card], button, a, input, textarea"))
      board.selection.clear();
  };
  const onKeyDown = useCardKeys(board);
  useEffect(() => (scroller.current ? keepTouchFromScrolling(scroller.current) : undefined), []);
  useEffect(() => {
    const note = (event: FocusEvent) => board.focus.note(event.target);
    document.addEventListener("focusin", note);
    return () => {
      document.removeEventListener("focusin", note);
      board.focus.release();
    };
  }, [board.focus]);
  const name = board.board.name;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the cards inside are the controls, this only listens for all of them
    <div
      className="board"
      data-zoom={board.isLines ? "lines" : "cards"}
      ref={scroller}
      style={{ "--columns": columns.open.length || 1, "--strips": columns.hidden.size } as CSSProperties}
      onPointerDown={onPointerDown}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      <h1 className="visually-hidden">{t`Board “${name}”`}</h1>
      {columns.all.length < VIRTUAL_FROM ? (
        <AllColumns columns={columns} />
      ) : (
        <Suspense>
          <ColumnsInSight columns={columns} scroller={scroller} />
        </Suspense>
      )}
    </div>
  );
}

function AllColumns({ columns }: { columns: ShownColumns }) {
  const { rights } = useBoard();
  return (
    <div className="board__columns">
      {columns.all.map((id) => (
        <BoardColumn key={id} columnId={id} isHidden={columns.hidden.has(id)} />
      ))}
      {rights.canArrange ? <NewColumn /> : null}
    </div>
  );
}
