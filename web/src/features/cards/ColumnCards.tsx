import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { memo, useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import type { ColumnRow } from "../../contracts/rows";
import { store, useCount, useOrder } from "../../sync/hooks";
import { classes } from "../../ui/classes";
import { type BoardTools, useBoard } from "../boards/boardTools";
import { CardFace } from "./CardFace";
import "./ColumnCards.css";
import { CARD_GAP_PX, type ColumnDrag, columnDrag, type DropList } from "./drag/dragStore";
import { shiftOf, withMoved } from "./drag/slots";

const OVERSCAN = 6;
const CARD_PX = 80;
const LINE_PX = 30;

type ColumnCardsProps = { column: ColumnRow; label: string };

/** The cards of one column: thousands in the store, a screenful in the page. */
export const ColumnCards = memo(function ColumnCards({ column, label }: ColumnCardsProps) {
  const board = useBoard();
  const drag = useColumnDrag(board, column.id);
  const ids = useShownIds(column, drag);
  const count = useCount("cards", column.id);
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLElement | null>(null);
  const active = useSyncExternalStore(board.focus.subscribe, () => board.focus.activeIn(column.id));
  const stopAt = Math.max(0, active ? ids.indexOf(active) : 0);
  const gap = board.isLines ? CARD_GAP_PX / 2 : CARD_GAP_PX;
  const virtualizer = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (board.isLines ? LINE_PX : CARD_PX),
    getItemKey: useCallback((index: number) => ids[index] ?? index, [ids]),
    // The card with the Tab stop stays in the page, else the keyboard would lose its place.
    rangeExtractor: useCallback(
      (range: Range) => withIndex(defaultRangeExtractor(range), stopAt, range.count),
      [stopAt],
    ),
    overscan: OVERSCAN,
    gap,
    directDomUpdates: true,
    useFlushSync: false,
  });
  const { containerRef } = virtualizer;
  const container = useCallback(
    (node: HTMLElement | null) => {
      list.current = node;
      containerRef(node);
    },
    [containerRef],
  );

  const live = useRef({ ids, virtualizer });
  live.current = { ids, virtualizer };
  useEffect(() => {
    if (!scroller.current || !list.current) return;
    const drop: DropList = {
      columnId: column.id,
      scroller: scroller.current,
      list: list.current,
      spans: () => live.current.virtualizer.measurementsCache,
      ids: () => live.current.ids,
      reveal: (index) => live.current.virtualizer.scrollToIndex(index, { align: "auto" }),
      canTake: column.kind !== "deleted",
    };
    return board.drag.register(drop);
  }, [board.drag, column.id, column.kind]);

  const isPointer = drag !== null && drag.phase !== "keys";
  const from = isPointer ? ids.indexOf(drag.cardId) : -1;
  const to = isPointer ? drag.to : -1;
  return (
    <div className="column__scroll" ref={scroller}>
      <ul
        className={classes("column__list", drag?.phase === "pointer" && "column__list--making-way")}
        aria-label={label}
        ref={container}
      >
        {isPointer && to >= 0 ? <Gap top={gapTop(live.current, from, to, gap)} size={drag.size - gap} /> : null}
        {virtualizer.getVirtualItems().map((item) => {
          const cardId = ids[item.index] ?? "";
          const shift = isPointer ? shiftOf(item.index, from, to) : 0;
          return (
            <li
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              className={classes("slot", item.index === from && "slot--left")}
              aria-posinset={item.index + 1}
              aria-setsize={Math.max(count, ids.length)}
            >
              <div
                className="slot__shift"
                style={shift ? { transform: `translateY(${shift * (drag?.size ?? 0)}px)` } : undefined}
              >
                <CardFace
                  cardId={cardId}
                  kind={column.kind}
                  isTabStop={item.index === stopAt}
                  isPicked={drag?.phase === "keys" && drag.cardId === cardId}
                />
              </div>
            </li>
          );
        })}
      </ul>
      {isPointer && to >= 0 && from < 0 ? <div aria-hidden="true" style={{ blockSize: drag.size }} /> : null}
    </div>
  );
});

function useColumnDrag(board: BoardTools, columnId: string): ColumnDrag | null {
  const last = useRef<ColumnDrag | null>(null);
  return useSyncExternalStore(board.drag.subscribe, () => {
    last.current = columnDrag(board.drag.state, columnId, last.current);
    return last.current;
  });
}

/** By rank; in Deleted, what was deleted last comes first. A card carried by keys already stands at its new place. */
function useShownIds(column: ColumnRow, drag: ColumnDrag | null): readonly string[] {
  const order = useOrder("cards", column.id);
  const sorted = useMemo(() => {
    if (column.kind !== "deleted") return order;
    const deletedAt = (id: string) => store.read("cards", id)?.deleted_at ?? 0;
    return [...order].sort((a, b) => deletedAt(b) - deletedAt(a));
  }, [order, column.kind]);
  const isByKeys = drag?.phase === "keys";
  const carried = isByKeys ? drag.cardId : null;
  const to = isByKeys ? drag.to : -1;
  return useMemo(() => (carried ? withMoved(sorted, carried, to) : sorted), [sorted, carried, to]);
}

function withIndex(range: number[], index: number, count: number): number[] {
  if (index >= count || range.includes(index)) return range;
  return [...range, index].sort((a, b) => a - b);
}

type Measured = { virtualizer: { measurementsCache: readonly { start: number; size: number; end: number }[] } };

function gapTop({ virtualizer }: Measured, from: number, to: number, gap: number): number {
  const spans = virtualizer.measurementsCache;
  const dragged = spans[from];
  const index = dragged && to > from ? to + 1 : to;
  const start = spans[index]?.start ?? (spans.at(-1) ? (spans.at(-1)?.end ?? 0) + gap : 0);
  return dragged && to > from ? start - dragged.size - gap : start;
}

function Gap({ top, size }: { top: number; size: number }) {
  return (
    <li className="column__gap" aria-hidden="true" style={{ transform: `translateY(${top}px)`, blockSize: size }} />
  );
}
