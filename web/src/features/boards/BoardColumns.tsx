import { useLingui } from "@lingui/react/macro";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, type RefObject, useEffect, useRef } from "react";
import { getDirection } from "../../ui/page";
import { keepTouchFromScrolling } from "../cards/drag/touchScroll";
import { useCardDrag } from "../cards/useCardDrag";
import { useCardKeys } from "../cards/useCardKeys";
import { BoardColumn } from "./BoardColumn";
import { useBoard } from "./boardTools";
import { NewColumn } from "./NewColumn";
import type { ShownColumns } from "./useShownColumns";

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
    onMove: board.moveCard,
  });
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
      onKeyDown={onKeyDown}
    >
      <h1 className="visually-hidden">{t`Board “${name}”`}</h1>
      {columns.all.length < VIRTUAL_FROM ? (
        <AllColumns columns={columns} />
      ) : (
        <ColumnsInSight columns={columns} scroller={scroller} />
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
      {rights.canManage ? <NewColumn /> : null}
    </div>
  );
}

const GAP_PX = 12;
const COLUMN_PX = 296;
const LINES_PX = 176;
const STRIP_PX = 40;
const NEW_PX = 220;

function ColumnsInSight({ columns, scroller }: { columns: ShownColumns; scroller: RefObject<HTMLDivElement | null> }) {
  const { rights, isLines } = useBoard();
  const { all, hidden } = columns;
  const virtualizer = useVirtualizer({
    count: all.length + (rights.canManage ? 1 : 0),
    horizontal: true,
    isRtl: getDirection() === "rtl",
    getScrollElement: () => scroller.current,
    getItemKey: (index) => all[index] ?? "new",
    estimateSize: (index) => {
      const id = all[index];
      if (id === undefined) return NEW_PX;
      return hidden.has(id) ? STRIP_PX : isLines ? LINES_PX : COLUMN_PX;
    },
    gap: GAP_PX,
    overscan: 2,
    useFlushSync: false,
  });
  useEffect(() => virtualizer.measure(), [virtualizer, hidden, isLines]);
  return (
    <div className="board__columns board__columns--virtual" style={{ inlineSize: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map((item) => {
        const id = all[item.index];
        return (
          <div key={item.key} className="board__place" style={{ insetInlineStart: item.start, inlineSize: item.size }}>
            {id === undefined ? <NewColumn /> : <BoardColumn columnId={id} isHidden={hidden.has(id)} />}
          </div>
        );
      })}
    </div>
  );
}
