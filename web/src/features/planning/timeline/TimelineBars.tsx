import { useLingui } from "@lingui/react/macro";
import { usePlanPrefs } from "../planPrefs";
import type { BarDrag } from "./barDrag";
import { endsOf } from "./bars";
import type { TimelineRow } from "./rows";
import type { Scale } from "./scale";
import { CardRow, GroupHead } from "./TimelineRows";
import type { View } from "./useView";

type BarsProps = {
  rows: readonly TimelineRow[];
  shown: readonly TimelineRow[];
  active: string | null;
  scale: Scale;
  today: string;
  view: View;
  drag: BarDrag;
  toDay: (day: number) => void;
};

/** The rows in sight, each at its place. */
export function TimelineBars({ rows, shown, active, scale, today, view, drag, toDay }: BarsProps) {
  const { t } = useLingui();
  const { group } = usePlanPrefs();
  const stop = active ?? rows.find((row) => row.kind === "card")?.key;
  return (
    <ul className="timeline__rows" aria-label={t`Timeline`}>
      {shown.map((row) => (
        <li
          key={row.key}
          className={row.kind === "card" ? "timeline__row" : "timeline__row timeline__row--group"}
          style={{ insetBlockStart: row.top, blockSize: row.height }}
          data-row={row.key}
          data-card={row.kind === "card" ? row.card : undefined}
          aria-posinset={row.index + 1}
          aria-setsize={rows.length}
        >
          {row.kind === "card" ? (
            <CardRow
              {...{ scale, today, drag }}
              card={row.card}
              bar={row.bar}
              isTabStop={row.key === stop}
              beside={besideOf(row.bar, view)}
              onShow={toDay}
            />
          ) : (
            <GroupHead group={row.group} by={group} count={row.count} />
          )}
        </li>
      ))}
    </ul>
  );
}

function besideOf(bar: Parameters<typeof endsOf>[0], view: View): "before" | "after" | null {
  const [from, to] = endsOf(bar);
  return to < view.from ? "before" : from >= view.to ? "after" : null;
}
