import { memo } from "react";
import { readersLocale, weekInfo } from "../../../kits/weekkit";
import { classes } from "../../../ui/classes";
import { useLocale } from "../../../ui/language";
import { dayNumber, placeOf, type Scale, type Tick, ticksOf } from "./scale";

type DaysProps = { scale: Scale; from: number; to: number; today: string };

function useTicks({ scale, from, to }: DaysProps) {
  const locale = useLocale();
  return ticksOf(scale, from, to, { locale, ...weekInfo(readersLocale(locale)) });
}

/** The two lines of words over the days. Who hears the timeline is told the dates with each task. */
export const TimelineHead = memo(function TimelineHead(props: DaysProps) {
  const { upper, lower } = useTicks(props);
  const { scale, today } = props;
  const line = (ticks: readonly Tick[], name: string) => (
    <div className={`timeline__ticks timeline__ticks--${name}`}>
      {ticks.map((tick) => (
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
      {line(upper, "upper")}
      {line(lower, "lower")}
    </div>
  );
});

const isIn = (tick: Tick, today: string) => tick.day <= dayNumber(today) && dayNumber(today) < tick.day + tick.days;

/** Lines between days, weeks or months, and the days of rest, behind the bars. */
export const TimelineGrid = memo(function TimelineGrid(props: DaysProps) {
  const { upper, lower } = useTicks(props);
  const { scale } = props;
  return (
    <div aria-hidden="true">
      {lower.map((tick) => (
        <span
          key={tick.day}
          className={classes("timeline__column", tick.isQuiet && "timeline__column--quiet")}
          style={{ insetInlineStart: placeOf(scale, tick.day), inlineSize: tick.days * scale.perDay }}
        />
      ))}
      {upper.map((tick) => (
        <span key={tick.day} className="timeline__edge" style={{ insetInlineStart: placeOf(scale, tick.day) }} />
      ))}
    </div>
  );
});
