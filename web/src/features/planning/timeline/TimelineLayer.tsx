import { type ReactNode, useSyncExternalStore } from "react";
import type { DayTarget } from "../dayDrag";
import { dayNumber, placeOf, type Scale, type Ticks, widthOf } from "./scale";
import { TimelineGrid } from "./TimelineHead";

type LayerProps = { scale: Scale; ticks: Ticks; today: string; target: DayTarget; children: ReactNode };

/**
 * What is drawn behind and between the bars, in one system of places: from the first day along the line of reading, from the first row
 * down. Lines between bars are in the svg, which is mirrored where one reads from the right, so that they need not know it.
 */
export function TimelineLayer({ scale, ticks, today, target, children }: LayerProps) {
  const aim = useSyncExternalStore(target.subscribe, () => target.day);
  const now = placeOf(scale, dayNumber(today)) + scale.perDay / 2;
  return (
    <div className="timeline__layer">
      <TimelineGrid scale={scale} ticks={ticks} />
      {aim ? (
        <span
          className="timeline__aim"
          style={{ insetInlineStart: placeOf(scale, dayNumber(aim)), inlineSize: scale.perDay }}
        />
      ) : null}
      <svg className="timeline__links" width={widthOf(scale)} height="100%" aria-hidden="true">
        <line className="timeline__today" x1={now} x2={now} y1={0} y2="100%" />
        {children}
      </svg>
    </div>
  );
}
