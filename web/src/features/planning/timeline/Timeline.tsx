import { useLingui } from "@lingui/react/macro";
import { type CSSProperties, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { readersLocale, weekInfo } from "../../../kits/weekkit";
import { Button } from "../../../ui/Button";
import { type Command, useCommands } from "../../../ui/commands";
import { useFocusNotes } from "../../boards/BoardArea";
import { useBoard } from "../../boards/boardTools";
import { keepTouchFromScrolling } from "../../cards/drag/touchScroll";
import { DayTarget } from "../dayDrag";
import { setPlanPrefs, usePlanPrefs } from "../planPrefs";
import { rowsInSight } from "./rows";
import { dayNumber, type Scale, type Ticks, ticksOf, widthOf } from "./scale";
import "./Timeline.css";
import { TimelineBars } from "./TimelineBars";
import { TimelineHead } from "./TimelineHead";
import { TimelineLayer } from "./TimelineLayer";
import { TimelineLinks } from "./TimelineLinks";
import { TimelinePlanBar } from "./TimelinePlanBar";
import { UndatedCards } from "./UndatedCards";
import { useBarMoves } from "./useBarMoves";
import { useRoom } from "./useRoom";
import { useRowKeys } from "./useRowKeys";
import { useTimelineLanes } from "./useTimelineLanes";
import { useTimelineRows } from "./useTimelineRows";
import { useView, type View } from "./useView";

/** Up to the first the title is above its bar; up to the second the list of what has no date is below, and the days have the width. */
const WIDTHS = [640, 1000];
/** Widths and heights; `middle` is how far down its row a bar stands. */
const WIDE = { label: 272, row: 36, middle: 18 };
const NARROW = { label: 0, row: 52, middle: 36 };

/** The board along time: a bar a card, from its start to its due date. Thousands of rows, a screenful in the page. */
export function Timeline() {
  const { t } = useLingui();
  const { board } = useBoard();
  const root = useRef<HTMLDivElement>(null);
  const room = useRoom(root, WIDTHS);
  const { label, row, middle } = room === 0 ? NARROW : WIDE;
  const now = useTimelineRows(row);
  const { scale, today, rows } = now;
  const undated = useUndatedList(room < WIDTHS.length);
  const scroller = useRef<HTMLDivElement>(null);
  const days = useRef<HTMLDivElement>(null);
  const { view, toDay } = useView(scroller, scale, label, today);
  const [target] = useState(() => new DayTarget());
  const moves = useBarMoves({ ...now, scroller, days });
  const keys = useRowKeys({ rows, scroller, onBarKey: moves.onBarKey });
  const toToday = useCallback(() => toDay(dayNumber(today)), [toDay, today]);
  const drawn = { drag: moves.drag, tie: moves.tie };
  useTimelineLanes(now);
  useFocusNotes();
  useTodayCommand(toToday);
  useEffect(() => (root.current ? keepTouchFromScrolling(root.current) : undefined), []);
  const name = board.name;
  const size = { "--label": `${label}px`, "--days": `${widthOf(scale)}px`, "--rows": `${rows.height}px` };
  const ticks = useTicks(scale, view);
  return (
    <div className="board timeline" ref={root} style={size as CSSProperties}>
      <h1 className="visually-hidden">{t`Board “${name}”`}</h1>
      <TimelinePlanBar dated={now.dated} undated={now.undated} {...undated}>
        <Button size="small" onPress={toToday}>{t`Today`}</Button>
      </TimelinePlanBar>
      <div className="timeline__main">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the bars inside are the controls, this only listens for all of them */}
        <div
          className="timeline__scroll"
          ref={scroller}
          data-column="timeline"
          onPointerDown={moves.onPointerDown}
          onKeyDown={keys.onKeyDown}
          onFocus={keys.onFocus}
        >
          <div className="timeline__head">
            <div className="timeline__corner" />
            <div className="timeline__scale" ref={days}>
              <TimelineHead {...{ scale, ticks, today }} />
            </div>
          </div>
          <div className="timeline__body">
            <TimelineLayer {...{ scale, ticks, today, target }}>
              <TimelineLinks {...{ rows, scale, view, middle, barOf: now.barOf }} {...drawn} active={keys.active} />
            </TimelineLayer>
            <div className="timeline__side" />
            <TimelineBars
              {...{ rows, by: now.by, barOf: now.barOf, scale, today, view, toDay }}
              shown={rowsInSight(rows, view, keys.active)}
              active={keys.active}
              {...drawn}
            />
          </div>
        </div>
        {rows.count === 0 ? <NoBars isHidden={now.dated.length > 0} /> : null}
        {undated.isOpen ? (
          <UndatedCards
            ids={now.undated}
            today={today}
            target={target}
            dayUnder={moves.dayUnder}
            onPlaced={keys.focusCard}
          />
        ) : null}
      </div>
      <p id="timeline-keys" hidden>
        {t`Left and right arrows shift it by a day, with Shift its end; Enter opens.`}
      </p>
    </div>
  );
}

/** Why there are no bars, in the middle of the days. */
function NoBars({ isHidden }: { isHidden: boolean }) {
  const { t } = useLingui();
  const { rights } = useBoard();
  return (
    <div className="timeline__empty">
      <p>
        {isHidden
          ? t`Nothing here is highlighted.`
          : rights.canWrite
            ? t`No task has a date yet. Drag one here to give it one.`
            : t`No task has a date yet.`}
      </p>
    </div>
  );
}

function useTicks(scale: Scale, { from, to }: View): Ticks {
  const { locale } = useBoard();
  return useMemo(
    () => ticksOf(scale, from, to, { locale, ...weekInfo(readersLocale(locale)) }),
    [scale, from, to, locale],
  );
}

/** Beside the bars it stays; where there is no room for it there, it comes below when it is asked for. */
function useUndatedList(isBelow: boolean): { isOpen: boolean; setOpen: (isOpen: boolean) => void } {
  const { showsUndated } = usePlanPrefs();
  const [isOpenBelow, setOpenBelow] = useState(false);
  if (isBelow) return { isOpen: isOpenBelow, setOpen: setOpenBelow };
  return { isOpen: showsUndated, setOpen: (next) => setPlanPrefs({ showsUndated: next }) };
}

function useTodayCommand(run: () => void): void {
  const { t } = useLingui();
  useCommands(
    (): readonly Command[] => [
      { id: "plan.today", label: t`Today`, group: t`Planning`, icon: "calendar", keys: ["."], run },
    ],
    [t, run],
  );
}
