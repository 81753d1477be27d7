import { defaultRangeExtractor, type Range, useVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { memo, type ReactNode, useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import type { ColumnRow } from "../../contracts/rows";
import { classes } from "../../ui/classes";
import { type BoardTools, useBoard } from "../boards/boardTools";
import { useShown } from "../highlight/highlight";
import { CardFace } from "./CardFace";
import "./ColumnCards.css";
import { CARD_GAP_PX, type ColumnDrag, columnDrag, type DropList, type Lane } from "./drag/dragStore";
import { placeAmongShown, type Span, shiftOf, withMoved } from "./drag/slots";

const OVERSCAN = 6;
const CARD_PX = 80;
const LINE_PX = 30;

type CardListProps = {
  /** The column whose cards these are, or what stands in its place, such as a day. */
  columnId: string;
  /** In the order in which they are shown. */
  ids: readonly string[];
  /** How many there are, also while not all are loaded. */
  count: number;
  kind: ColumnRow["kind"];
  canTake: boolean;
  label: string;
  lane?: Lane | undefined;
  /** A quiet word below a card. */
  note?: ((cardId: string) => ReactNode) | undefined;
};

/** Cards one below the other: thousands in the store, a screenful in the page. */
export const CardList = memo(function CardList(props: CardListProps) {
  const { columnId, count, kind, canTake, label, lane, note } = props;
  const board = useBoard();
  const drag = useColumnDrag(board, columnId);
  const shown = useShown(board.highlight, props.ids);
  const ids = useCarriedIds(shown, drag);
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLElement | null>(null);
  const active = useSyncExternalStore(board.focus.subscribe, () => board.focus.activeIn(columnId));
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
    // Moved by transforms, each card would be a layer of its own, to be put in order with every frame.
    directDomUpdatesMode: "position",
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

  const live = useRef({ all: props.ids, shown, ids, virtualizer });
  live.current = { all: props.ids, shown, ids, virtualizer };
  useEffect(() => {
    if (!scroller.current || !list.current) return;
    const drop: DropList = {
      columnId,
      scroller: scroller.current,
      list: list.current,
      spans: () => live.current.virtualizer.measurementsCache,
      sight: () => sightOf(live.current.virtualizer),
      ids: () => live.current.ids,
      all: () => (live.current.shown === live.current.all ? live.current.ids : live.current.all),
      reveal: (index) => live.current.virtualizer.scrollToIndex(index, { align: "auto" }),
      canTake,
      lane: lane && {
        ...lane,
        placeOf: (id) => placeAmongShown(live.current.all, live.current.shown, id, lane.placeOf(id)),
      },
    };
    return board.drag.register(drop);
  }, [board.drag, columnId, canTake, lane]);

  const isPointer = drag !== null && drag.phase !== "keys";
  const from = isPointer ? ids.indexOf(drag.cardId) : -1;
  const to = isPointer ? drag.to : -1;
  return (
    <div className={classes("column__scroll", lane && isPointer && to >= 0 && "column__scroll--target")} ref={scroller}>
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
              aria-setsize={shown === props.ids ? Math.max(count, ids.length) : ids.length}
            >
              <div
                className="slot__shift"
                style={shift ? { transform: `translateY(${shift * (drag?.size ?? 0)}px)` } : undefined}
              >
                <CardFace
                  cardId={cardId}
                  kind={kind}
                  isTabStop={item.index === stopAt}
                  isPicked={drag?.phase === "keys" && drag.cardId === cardId}
                />
                {note?.(cardId)}
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

/** A card carried by keys already stands at its new place. */
function useCarriedIds(ids: readonly string[], drag: ColumnDrag | null): readonly string[] {
  const isByKeys = drag?.phase === "keys";
  const carried = isByKeys ? drag.cardId : null;
  const to = isByKeys ? drag.to : -1;
  return useMemo(() => (carried ? withMoved(ids, carried, to) : ids), [ids, carried, to]);
}

function withIndex(range: number[], index: number, count: number): number[] {
  if (index >= count || range.includes(index)) return range;
  return [...range, index].sort((a, b) => a - b);
}

function sightOf({
  scrollOffset,
  scrollRect,
}: Pick<Virtualizer<Element, Element>, "scrollOffset" | "scrollRect">): Span {
  return { start: scrollOffset ?? 0, size: scrollRect?.height ?? 0 };
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
