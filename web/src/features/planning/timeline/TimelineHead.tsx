import { memo } from "react";
import { classes } from "../../../ui/classes";
import { dayNumber, placeOf, type Scale, type Tick, type Ticks } from "./scale";

type TicksProps = { scale: Scale; ticks: Ticks };

/** The two lines of words over the days. Who hears the timeline is told the dates with each task. */
export const TimelineHead = memo(function TimelineHead({ scale, ticks, today }: TicksProps & { today: string }) {
  const line = (all: readonly Tick[], name: string) => (
    <div className={`timeline__ticks timeline__ticks--${name}`}>
      {all.map((tick) => (
        <span
          key={tick.day}
          className={classes("timeline__tick figures", isIn(tick, today) && "timeline__tick--today")}
          style={{ insetInlineStart: placeOf(scale, tick.day), inlineSize: tick.days * scale.perDay }}
        >
          <span className="timeline__word">{tick.label}</span>
        </span>
      ))}
    </div>
  );
  return (
    <div aria-hidden="true">
      {line(ticks.upper, "upper")}
      {line(ticks.lower, "lower")}
    </div>
  );
});

const isIn = (tick: Tick, today: string) => tick.day <= dayNumber(today) && dayNumber(today) < tick.day + tick.days;

/** Lines between days, weeks or months, and the days of rest, behind the bars. */
export const TimelineGrid = memo(function TimelineGrid({ scale, ticks }: TicksProps) {
  return (
    <div aria-hidden="true">
      {ticks.lower.map((tick) => (
        <span
          key={tick.day}
          className={classes("timeline__column", tick.isQuiet && "timeline__column--quiet")}
          style={{ insetInlineStart: placeOf(scale, tick.day), inlineSize: tick.days * scale.perDay }}
        />
      ))}
      {ticks.upper.map((tick) => (
        <span key={tick.day} className="timeline__edge" style={{ insetInlineStart: placeOf(scale, tick.day) }} />
      ))}
    </div>
  );
});
