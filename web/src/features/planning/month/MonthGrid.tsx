import { useLingui } from "@lingui/react/macro";
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { classes } from "../../../ui/classes";
import type { DayTarget } from "../dayDrag";
import { dayWords } from "../laneWords";
import { DayCell } from "./DayCell";
import { type Item, placeWeek } from "./monthItems";
import type { DayMoves } from "./useDayMoves";
import type { Month } from "./useMonth";

type MonthGridProps = {
  month: Month;
  items: readonly Item[];
  isNarrow: boolean;
  target: DayTarget;
  moves: DayMoves;
  locale: string;
  onOpenDay: (day: string) => void;
};

const HEAD_PX = 30;
const LINE_PX = 24;
/** On a narrow page a line is a dot. */
const MOST_DOTS = 3;

/** The days as a table: for the eye, for the keyboard, and for who hears it. */
export function MonthGrid({ month, items, isNarrow, target, moves, locale, onOpenDay }: MonthGridProps) {
  const { t } = useLingui();
  const table = useRef<HTMLTableElement>(null);
  const [adding, setAdding] = useState<string | null>(null);
  const fitting = useLines(table, month.weeks.length);
  const most = isNarrow ? MOST_DOTS + 1 : fitting;
  useFocusOnActive(table, month.active);
  const title = month.title;
  const weeks = useMemo(
    () => month.weeks.map((week) => ({ week, places: placeWeek(items, week, most) })),
    [month.weeks, items, most],
  );
  return (
    <div className="month__scroll">
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells take the keyboard is a grid
        role="grid"
        className={classes("month__table", isNarrow && "month__table--narrow")}
        aria-label={t`Tasks of ${title}`}
      >
        <thead>
          <tr>
            {month.weeks[0]?.map((day) => (
              <th key={day} scope="col" abbr={dayWords(day, locale, { weekday: "long" })}>
                {dayWords(day, locale, { weekday: isNarrow ? "narrow" : "short" })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ week, places }) => (
            <tr key={week[0]}>
              {week.map((day, column) => (
                <DayCell
                  key={day}
                  {...{ day, month, target, moves, isNarrow, onOpenDay }}
                  placed={places.shown.filter((one) => one.column === column)}
                  count={items.length === 0 ? 0 : countOn(places, column)}
                  more={places.more[column] ?? 0}
                  isAdding={adding === day}
                  setAdding={setAdding}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function countOn({ shown, more }: ReturnType<typeof placeWeek>, column: number): number {
  const covering = shown.filter((one) => one.column <= column && column < one.column + one.days);
  return covering.length + (more[column] ?? 0);
}

/** How many lines fit in a day, as high as the page leaves it. */
function useLines(table: RefObject<HTMLTableElement | null>, weeks: number): number {
  const [lines, setLines] = useState(3);
  useLayoutEffect(() => {
    const box = table.current;
    if (!box) return;
    const measure = () => {
      const height = ((box.tBodies[0]?.getBoundingClientRect().height ?? 0) / weeks) | 0;
      setLines(Math.max(1, Math.floor((height - HEAD_PX) / LINE_PX)));
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(box);
    return () => watch.disconnect();
  }, [table, weeks]);
  return lines;
}

/** When the keyboard leads to another day, the focus goes along; when the page only opens, it stays where it is. */
function useFocusOnActive(table: RefObject<HTMLTableElement | null>, active: string): void {
  const last = useRef(active);
  useEffect(() => {
    if (last.current === active) return;
    last.current = active;
    const here = document.activeElement;
    const isLost = here === null || here === document.body;
    const cell = table.current?.querySelector<HTMLElement>(`[data-day="${active}"]`);
    if (cell?.contains(here) || (!isLost && !table.current?.contains(here))) return;
    cell?.focus();
  }, [table, active]);
}
