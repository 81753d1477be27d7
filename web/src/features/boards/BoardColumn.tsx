import { useLingui } from "@lingui/react/macro";
import { memo, type PointerEvent, Suspense, useState, useSyncExternalStore } from "react";
import type { ColumnRow } from "../../contracts/rows";
import { store, useCount, useRow, useSync } from "../../sync/hooks";
import { classes } from "../../ui/classes";
import { Icon } from "../../ui/icons";
import { AddCards } from "../cards/AddCards";
import { ColumnCards } from "../cards/ColumnCards";
import type { Neighbours } from "../cards/drag/slots";
import { whilePressed } from "../cards/drag/whilePressed";
import { useIsLit } from "../highlight/highlight";
import { ColumnArrows, ColumnMatches } from "../highlight/late";
import { useHasMarks } from "../marks/marksStore";
import "./BoardColumn.css";
import { late } from "../../ui/late";
import { useBoard } from "./boardTools";
import { useColumnTitle } from "./columnTitle";
import { InlineName } from "./InlineName";
import { wipCount } from "./wip";

/** Fetched behind the cards; its place is kept. */
const ColumnMenu = late(() => import("./ColumnMenu").then((module) => ({ default: module.ColumnMenu })));

const MarkArrows = late(() => import("../marks/MarkArrows").then((module) => ({ default: module.MarkArrows })));
const ColumnMark = late(() => import("../marks/MarkSigns").then((module) => ({ default: module.ColumnMark })));

type BoardColumnProps = { columnId: string; isHidden: boolean };

export const BoardColumn = memo(function BoardColumn({ columnId, isHidden }: BoardColumnProps) {
  const board = useBoard();
  const column = useRow("columns", columnId);
  const beside = useSyncExternalStore(board.columnDrag.subscribe, () => {
    const state = board.columnDrag.state;
    if (!state) return "";
    if (state.columnId === columnId) return "column--carried";
    return state.beside === columnId ? `column--drop-${state.side}` : "";
  });
  if (!column) return null;
  return isHidden ? <ColumnStrip column={column} /> : <OpenColumn column={column} beside={beside} />;
});

function OpenColumn({ column, beside }: { column: ColumnRow; beside: string }) {
  const { t } = useLingui();
  const board = useBoard();
  const count = useCount("cards", column.id);
  const title = useColumnTitle(column);
  const [isRenaming, setRenaming] = useState(false);
  const wip = wipCount(count, column.wip_limit, board.board.wip_mode, board.locale);
  const canAdd = column.kind === "normal" && board.rights.canWrite;
  return (
    <section
      className={classes("column", wip.isOver && "column--over", beside)}
      data-column={column.id}
      aria-label={title}
    >
      <ColumnHead {...{ column, title, isRenaming, setRenaming, all: count }} count={wip.text} isOver={wip.isOver} />
      {/* Zoom changes every height: a new list measures anew. */}
      <ColumnCards key={board.isLines ? "lines" : "cards"} column={column} label={t`${title}, tasks: ${count}`} />
      {count === 0 ? <EmptyColumn column={column} /> : null}
      <Arrows column={column} count={count} />
      {canAdd ? <AddCards column={column} /> : <div className="column__foot" />}
    </section>
  );
}

type HeadProps = {
  column: ColumnRow;
  title: string;
  count: string;
  all: number;
  isOver: boolean;
  isRenaming: boolean;
  setRenaming: (isRenaming: boolean) => void;
};

function ColumnHead({ column, title, count, all, isOver, isRenaming, setRenaming }: HeadProps) {
  const { t } = useLingui();
  const board = useBoard();
  const sync = useSync();
  const canRename = board.rights.canArrange && column.kind !== "deleted";
  const onPointerDown = useHeaderDrag(column);
  return (
    <header className="column__head" onPointerDown={isRenaming ? undefined : onPointerDown}>
      <h2 className="column__title">
        <InlineName
          name={title}
          label={t`Name of the column`}
          canRename={canRename}
          isRenaming={isRenaming}
          setRenaming={setRenaming}
          maxLength={120}
          onRename={(name) => void sync.send("column.rename", { column_id: column.id, name })}
        />
      </h2>
      <Count {...{ column, count, all, isOver }} />
      <Marked column={column} className="column__marks" />
      <Suspense fallback={<span className="column__menu" />}>
        <ColumnMenu column={column} title={title} onRename={() => setRenaming(true)} />
      </Suspense>
    </header>
  );
}

/** How many cards there are, and how many of them are highlighted. */
function Count({ column, count, all, isOver }: Pick<HeadProps, "column" | "count" | "all" | "isOver">) {
  const { t } = useLingui();
  const isLit = useIsLit(useBoard().highlight);
  return (
    <>
      <span
        className={classes("column__count figures", isOver && "column__count--over")}
        title={isOver ? t`Over the limit` : undefined}
      >
        {isOver ? <Icon name="warning" size={16} label={t`Over the limit`} /> : null}
        {/* “3 of 12” says it too, but for a limit. */}
        {isLit && column.wip_limit === null ? null : <bdi>{count}</bdi>}
      </span>
      <Suspense>{isLit ? <ColumnMatches columnId={column.id} count={all} /> : null}</Suspense>
    </>
  );
}

/** To what lies out of sight and is highlighted, or else new. */
function Arrows({ column, count }: { column: ColumnRow; count: number }) {
  const isLit = useIsLit(useBoard().highlight);
  return (
    <Suspense>{isLit ? <ColumnArrows columnId={column.id} count={count} /> : <MoreMarks column={column} />}</Suspense>
  );
}

function MoreMarks({ column }: { column: ColumnRow }) {
  const isNeeded = useHasMarks() && column.kind !== "deleted";
  return isNeeded ? <MarkArrows columnId={column.id} /> : null;
}

/** Fetched with the first mark. */
function Marked({ column, className }: { column: ColumnRow; className: string }) {
  const isNeeded = useHasMarks() && column.kind !== "deleted";
  return <Suspense>{isNeeded ? <ColumnMark columnId={column.id} className={className} /> : null}</Suspense>;
}

function useHeaderDrag(column: ColumnRow): (event: PointerEvent<HTMLElement>) => void {
  const board = useBoard();
  const sync = useSync();
  return (event) => {
    const section = event.currentTarget.closest<HTMLElement>(".column");
    const scroller = event.currentTarget.closest<HTMLElement>(".board");
    const isOnControl = (event.target as HTMLElement).closest(".column__menu, input") !== null;
    if (
      !section ||
      !scroller ||
      isOnControl ||
      event.button !== 0 ||
      column.kind !== "normal" ||
      !board.rights.canArrange
    )
      return;
    const down = event.nativeEvent;
    const options = {
      store: board.columnDrag,
      board: scroller,
      columnId: column.id,
      movable: () => store.order("columns", board.boardId).filter((id) => store.read("columns", id)?.kind === "normal"),
      onMove: (place: Neighbours) => void sync.send("column.move", { column_id: column.id, ...place }),
    };
    void whilePressed(down, import("./columnDrag"), ({ watchColumnDrag }) => watchColumnDrag(down, section, options));
  };
}

function EmptyColumn({ column }: { column: ColumnRow }) {
  const { t } = useLingui();
  const words =
    column.kind === "completed"
      ? t`What is done comes here.`
      : column.kind === "deleted"
        ? t`Nothing is deleted.`
        : t`No tasks yet. Drag one here, or add it below.`;
  return <p className="column__empty">{words}</p>;
}

/** Hidden for oneself: a strip with name and count that opens again with a click. */
function ColumnStrip({ column }: { column: ColumnRow }) {
  const { t } = useLingui();
  const sync = useSync();
  const board = useBoard();
  const count = useCount("cards", column.id);
  const title = useColumnTitle(column);
  const wip = wipCount(count, column.wip_limit, board.board.wip_mode, board.locale);
  const isLit = useIsLit(board.highlight);
  return (
    <button
      type="button"
      className="column-strip"
      data-column={column.id}
      title={t`Show this column`}
      onClick={() => void sync.send("pref.hide_column", { column_id: column.id, hidden: false })}
    >
      <span className="visually-hidden">{t`Show the hidden column`}</span>
      <span className={classes("column__count figures", wip.isOver && "column__count--over")}>
        {isLit && column.wip_limit === null ? null : wip.text}
      </span>
      <Suspense>{isLit ? <ColumnMatches columnId={column.id} count={count} /> : null}</Suspense>
      <span className="column-strip__name">{title}</span>
      <Marked column={column} className="column-strip__marks" />
    </button>
  );
}
