import { Suspense, useRef } from "react";
import { late } from "../../ui/late";
import { BoardArea } from "./BoardArea";
import { BoardColumn } from "./BoardColumn";
import { useBoard } from "./boardTools";
import { NewColumn } from "./NewColumn";
import type { ShownColumns } from "./useShownColumns";

const ColumnsInSight = late(() => import("./ColumnsInSight").then((module) => ({ default: module.ColumnsInSight })));

/** From this many columns on, only those in sight are in the page. */
const VIRTUAL_FROM = 15;

export function BoardColumns({ columns }: { columns: ShownColumns }) {
  const scroller = useRef<HTMLDivElement>(null);
  return (
    <BoardArea scroller={scroller} columns={columns.open.length} strips={columns.hidden.size}>
      {columns.all.length < VIRTUAL_FROM ? (
        <AllColumns columns={columns} />
      ) : (
        <Suspense>
          <ColumnsInSight columns={columns} scroller={scroller} />
        </Suspense>
      )}
    </BoardArea>
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
