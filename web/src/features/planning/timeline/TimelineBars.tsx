import { useLingui } from "@lingui/react/macro";
import type { CardRow as CardFacts } from "../../../contracts/rows";
import { listFormat } from "../../../kits/formats";
import { store } from "../../../sync/hooks";
import { useBoard } from "../../boards/boardTools";
import { useWaitedFor } from "../../dependencies/useTies";
import type { PlanPrefs } from "../planPrefs";
import type { BarDrag } from "./barDrag";
import { type Bar, endsOf } from "./bars";
import { isLate } from "./links";
import { type Rows, rowAt, type TimelineRow } from "./rows";
import type { Scale } from "./scale";
import { CardRow, GroupHead } from "./TimelineRows";
import type { TieDrag } from "./tieDrag";
import type { View } from "./useView";

type BarsProps = {
  rows: Rows;
  by: PlanPrefs["group"];
  barOf: (card: CardFacts) => Bar | null;
  shown: readonly TimelineRow[];
  active: string | null;
  scale: Scale;
  today: string;
  view: View;
  drag: BarDrag;
  tie: TieDrag;
  toDay: (day: number) => void;
};

/** The rows in sight, each at its place. */
export function TimelineBars({ rows, by, barOf, shown, active, scale, today, view, drag, tie, toDay }: BarsProps) {
  const { t } = useLingui();
  const stop = active ?? rowAt(rows, 1)?.key;
  return (
    <ul className="timeline__rows" aria-label={t`Timeline`}>
      {shown.map((row) => (
        <li
          key={row.key}
          className={row.kind === "card" ? "timeline__row" : "timeline__row timeline__row--group"}
          style={{ insetBlockStart: row.top, blockSize: row.height }}
          data-row={row.key}
          data-card={row.kind === "card" ? row.card.id : undefined}
          aria-posinset={row.index + 1}
          aria-setsize={rows.count}
        >
          {row.kind === "card" ? (
            <OneCard
              bar={barOf(row.card)}
              barOf={barOf}
              card={row.card.id}
              isTabStop={row.key === stop}
              {...{ scale, today, drag, tie, view, toDay }}
            />
          ) : (
            <GroupHead group={row.group} by={by} count={row.count} />
          )}
        </li>
      ))}
    </ul>
  );
}

type OneCardProps = Pick<BarsProps, "barOf" | "scale" | "today" | "drag" | "tie" | "view" | "toDay"> & {
  card: string;
  bar: Bar | null;
  isTabStop: boolean;
};

/** Bars are told by their days, so that a row is drawn again when they change and not when others' do. */
function OneCard({ bar, barOf, view, toDay, ...rest }: OneCardProps) {
  const early = useEarly(rest.card, bar, barOf);
  if (!bar) return null;
  const beside = besideOf(bar, view);
  return <CardRow {...rest} start={bar.start} due={bar.due} beside={beside} early={early} onShow={toDay} />;
}

/** What is said of a bar that starts before one it waits for ends, where a line leads from that to the sign at its start; else nothing. */
function useEarly(card: string, bar: Bar | null, barOf: BarsProps["barOf"]): string {
  const { t } = useLingui();
  const { locale } = useBoard();
  const isDone = store.read("cards", card)?.completed_at !== null;
  const titles = useWaitedFor(card, ({ other_id, board_id, other_board_id }) => {
    const blocker = board_id === other_board_id && !isDone ? store.read("cards", other_id) : undefined;
    const before = blocker && barOf(blocker);
    return Boolean(before && bar && isLate(before, bar));
  });
  const whom = listFormat(locale).format(titles.map((title) => `“${title}”`));
  return titles.length > 0 ? t`Starts before the end of what it waits for: ${whom}.` : "";
}

function besideOf(bar: Bar, view: View): "before" | "after" | null {
  const [from, to] = endsOf(bar);
  return to < view.from ? "before" : from >= view.to ? "after" : null;
}
