import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect } from "react";
import { getDirection } from "../../ui/page";
import { BoardColumn } from "./BoardColumn";
import { useBoard } from "./boardTools";
import { NewColumn } from "./NewColumn";
import type { ShownColumns } from "./useShownColumns";

const GAP_PX = 12;
const COLUMN_PX = 296;
const LINES_PX = 176;
const STRIP_PX = 40;
const NEW_PX = 220;

/** Many columns: a screenful in the page. */
export function ColumnsInSight({
  columns,
  scroller,
}: {
  columns: ShownColumns;
  scroller: RefObject<HTMLDivElement | null>;
}) {
  const { rights, isLines } = useBoard();
  const { all, hidden } = columns;
  const virtualizer = useVirtualizer({
    count: all.length + (rights.canArrange ? 1 : 0),
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
