import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { CardRow, DependencyRow } from "../../../contracts/rows";
import { useTable } from "../../../sync/hooks";
import { useBoard } from "../../boards/boardTools";
import type { BarDrag } from "./barDrag";
import type { Bar } from "./bars";
import { arrowOf, discOf, type Link, linksInSight, markOf, pathOf, spotsOf } from "./links";
import { type Rows, rowOf } from "./rows";
import type { Scale } from "./scale";
import "./TimelineLinks.css";
import type { TieDrag } from "./tieDrag";
import type { View } from "./useView";

type LinksProps = {
  rows: Rows;
  scale: Scale;
  view: View;
  barOf: (card: CardRow) => Bar | null;
  /** The row that has the focus; its lines stand out. */
  active: string | null;
  drag: BarDrag;
  tie: TieDrag;
  middle: number;
};

/** Who waits for whom, in few paths. Who hears the timeline is told it with each bar. */
export function TimelineLinks({ rows, scale, view, barOf, active, drag, tie, middle }: LinksProps) {
  const ties = useBoardTies();
  const spots = useMemo(() => spotsOf(rows, ties), [rows, ties]);
  const carried = useSyncExternalStore(drag.subscribe, drag.now);
  const drawn = useSyncExternalStore(tie.subscribe, tie.line);
  const links = useMemo(() => {
    const barNow = (card: CardRow) => (carried?.card === card.id ? carried.bar : barOf(card));
    return linksInSight(ties, { spots, barOf: barNow, scale, view, middle });
  }, [ties, spots, barOf, carried, scale, view, middle]);
  const row = active === null ? undefined : rowOf(rows, active);
  const card = carried?.card ?? (row?.kind === "card" ? row.card.id : null);
  const near = links.filter((link) => link.blocker === card || link.waiting === card);
  return (
    <>
      <Lines look="done" links={links.filter(({ state }) => state === "done")} />
      <Lines look="kept" links={links.filter(({ state }) => state === "kept")} />
      <Lines look="late" links={links.filter(({ state }) => state === "late")} />
      <Lines look="near" links={near.filter(({ state }) => state !== "late")} />
      {drawn ? <Lines look="drawn" links={[drawn]} /> : null}
    </>
  );
}

type LinesProps = { look: Link["state"] | "near" | "drawn"; links: readonly Pick<Link, "x1" | "y1" | "x2" | "y2">[] };

function Lines({ look, links }: LinesProps) {
  if (links.length === 0) return null;
  const isLate = look === "late";
  return (
    <g className={`link link--${look}`} data-count={links.length}>
      <path className="link__line" d={links.map(pathOf).join("")} />
      <path className="link__head" d={links.map(isLate ? discOf : arrowOf).join("")} />
      {isLate ? <path className="link__mark" d={links.map(markOf).join("")} /> : null}
    </g>
  );
}

/** The dependencies between cards of the board that is open, each once. */
function useBoardTies() {
  const { boardId } = useBoard();
  const rows = useTable(
    "dependencies",
    useCallback(
      (row: DependencyRow) => row.kind === "blocks" && row.board_id === boardId && row.other_board_id === boardId,
      [boardId],
    ),
  );
  return useMemo(() => rows.map((row) => ({ blocker: row.card_id, waiting: row.other_id })), [rows]);
}
