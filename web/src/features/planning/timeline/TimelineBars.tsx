import { useLingui } from "@lingui/react/macro";
import type { CardRow as CardFacts } from "../../../contracts/rows";
import type { PlanPrefs } from "../planPrefs";
import type { BarDrag } from "./barDrag";
import { type Bar, endsOf } from "./bars";
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

type OneCardProps = Pick<BarsProps, "scale" | "today" | "drag" | "tie" | "view" | "toDay"> & {
  card: string;
  bar: Bar | null;
  isTabStop: boolean;
};

/** Bars are told by their days, so that a row is drawn again when they change and not when others' do. */
function OneCard({ bar, view, toDay, ...rest }: OneCardProps) {
  if (!bar) return null;
  return <CardRow {...rest} start={bar.start} due={bar.due} beside={besideOf(bar, view)} onShow={toDay} />;
}

function besideOf(bar: Bar, view: View): "before" | "after" | null {
  const [from, to] = endsOf(bar);
  return to < view.from ? "before" : from >= view.to ? "after" : null;
}
