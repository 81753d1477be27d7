import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { type MouseEvent, useSyncExternalStore } from "react";
import { useSync } from "../../../sync/hooks";
import { classes } from "../../../ui/classes";
import { Icon } from "../../../ui/icons";
import { useBoard } from "../../boards/boardTools";
import { AddField } from "../../cards/AddField";
import type { DayTarget } from "../dayDrag";
import { dayWords, longDay } from "../laneWords";
import { addDueCards } from "../setDates";
import { CardChip } from "./CardChip";
import type { Placed } from "./monthItems";
import type { DayMoves } from "./useDayMoves";
import type { Month } from "./useMonth";

type DayCellProps = {
  day: string;
  month: Month;
  /** What begins here, or goes on here from the week before. */
  placed: readonly Placed[];
  count: number;
  more: number;
  isNarrow: boolean;
  target: DayTarget;
  moves: DayMoves;
  isAdding: boolean;
  setAdding: (day: string | null) => void;
  onOpenDay: (day: string) => void;
};

/** One day. A press beside its cards adds one; on a narrow page it lists them. */
export function DayCell(props: DayCellProps) {
  const { day, month, placed, count, more, isNarrow, target, moves, isAdding, setAdding, onOpenDay } = props;
  const { t } = useLingui();
  const { rights, locale } = useBoard();
  const isTarget = useSyncExternalStore(target.subscribe, () => target.day === day);
  const isToday = day === month.today;
  const isOther = day.slice(0, 7) !== month.active.slice(0, 7);
  const name = longDay(day, month.today, locale);
  const tasks = plural(count, { 0: "no tasks", one: "# task", other: "# tasks" });
  const add = () => (rights.canWrite && !isNarrow ? setAdding(day) : undefined);
  const onClick = (event: MouseEvent) => {
    if ((event.target as Element).closest("a, button, textarea")) return;
    month.go(day);
    if (isAdding || document.querySelector(".month-add")) setAdding(null);
    else add();
  };
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid
      role="gridcell"
      data-day={day}
      data-column={day}
      className={classes(
        "day",
        isOther && "day--other",
        isToday && "day--today",
        isTarget && "day--target",
        isNarrow && day === month.active && "day--chosen",
      )}
      tabIndex={day === month.active ? 0 : -1}
      aria-current={isToday ? "date" : undefined}
      aria-selected={day === month.active}
      onClick={onClick}
      onKeyDown={(event) => moves.onDayKey(event, day, isNarrow ? month.go : onOpenDay)}
    >
      <span className="visually-hidden">{isToday ? t`Today, ${name}, ${tasks}` : t`${name}, ${tasks}`}</span>
      <span className="day__number figures" aria-hidden="true">
        {day.endsWith("-01") && !isNarrow
          ? dayWords(day, locale, { day: "numeric", month: "short" })
          : dayWords(day, locale, { day: "numeric" })}
      </span>
      {isNarrow ? (
        <Dots count={count} />
      ) : (
        <>
          {placed.map((one) => (
            <CardChip key={one.id} placed={one} />
          ))}
          {more > 0 ? <More count={more} onPress={() => onOpenDay(day)} /> : null}
          {rights.canWrite && day === month.active ? <AddButton name={name} onPress={add} /> : null}
          {isAdding ? <AddOnDay day={day} name={name} onClose={() => setAdding(null)} /> : null}
        </>
      )}
    </td>
  );
}

const MOST_DOTS = 3;

function Dots({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span className="day__dots" aria-hidden="true">
      {count <= MOST_DOTS ? (
        Array.from({ length: count }, (_, at) => <span key={at} className="day__dot" />)
      ) : (
        <span className="day__count figures">{count}</span>
      )}
    </span>
  );
}

function More({ count, onPress }: { count: number; onPress: () => void }) {
  const { t } = useLingui();
  return (
    <button type="button" className="day__more figures" tabIndex={-1} onClick={onPress}>
      {t`+${count} more`}
    </button>
  );
}

function AddButton({ name, onPress }: { name: string; onPress: () => void }) {
  const { t } = useLingui();
  return (
    <button
      type="button"
      className="day__add"
      data-add
      tabIndex={-1}
      aria-label={t`Add a task on ${name}`}
      onClick={onPress}
    >
      <Icon name="plus" size={16} />
    </button>
  );
}

/** The field over the day; what it adds goes to the board's first column. */
function AddOnDay({ day, name, onClose }: { day: string; name: string; onClose: () => void }) {
  const sync = useSync();
  const { boardId, zone } = useBoard();
  const id = `${boardId}.${day}`;
  const column = {
    id,
    name,
    add: (cards: Parameters<typeof addDueCards>[2]) => addDueCards(sync, boardId, cards, day, zone),
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys typed here are not the day's
    <div className="month-add" data-no-drag onKeyDown={(event) => event.stopPropagation()}>
      <AddField
        column={column}
        draftKey={`add:${id}`}
        onClose={(isByKey) => {
          onClose();
          if (isByKey) requestAnimationFrame(() => focusDay(day));
        }}
      />
    </div>
  );
}

const focusDay = (day: string) => document.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
