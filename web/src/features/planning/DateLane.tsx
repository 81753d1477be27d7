import { useLingui } from "@lingui/react/macro";
import { memo, Suspense, useMemo } from "react";
import { numberFormat } from "../../kits/formats";
import { store, useRow, useScope, useSync } from "../../sync/hooks";
import { classes } from "../../ui/classes";
import { Icon } from "../../ui/icons";
import { useBoard } from "../boards/boardTools";
import { AddCards } from "../cards/AddCards";
import type { AddTo } from "../cards/AddField";
import { CardList } from "../cards/CardList";
import { dueInstant } from "../cards/guesses/dueInstant";
import { useIsLit } from "../highlight/highlight";
import { ListArrows, ListMatches } from "../highlight/late";
import "./DateLane.css";
import { placeAmong } from "./dateLanes";
import { dueOn, isByChecklist } from "./dueDays";
import { addDueCards } from "./setDates";
import { DONE, type ShownLane } from "./useDateLanes";

type DateLaneProps = {
  id: ShownLane;
  name: string;
  /** The days it stands for, in words. */
  dates: string;
  /** The date that a card gets here; null where none is. */
  day: string | null;
  ids: readonly string[];
};

/** One column by date, with the cards of the workflow in it. */
export const DateLane = memo(function DateLane({ id, name, dates, day, ids }: DateLaneProps) {
  const { t } = useLingui();
  const { rights, isLines, boardId, locale, zone, highlight } = useBoard();
  const isLit = useIsLit(highlight);
  const isWhole = useScope(`board:${boardId}`).state === "ready";
  const lane = useMemo(() => {
    // What is completed last comes first.
    const placeOf = (cardId: string) => (id === DONE ? 0 : placeIn(ids, cardId, day, zone));
    return { name, placeOf };
  }, [name, id, ids, day, zone]);
  const canAdd = rights.canWrite && id !== "overdue" && id !== DONE;
  const count = ids.length;
  return (
    <section className={classes("column date-lane", `date-lane--${id}`)} data-column={id} aria-label={name}>
      <header className="column__head date-lane__head">
        <div className="date-lane__what">
          {id === "overdue" && count > 0 ? <Icon name="clock" size={16} className="date-lane__icon" /> : null}
          <h2 className="column__title" title={name}>
            {name}
          </h2>
          {isWhole && !isLit ? <bdi className="column__count figures">{numberFormat(locale).format(count)}</bdi> : null}
          <Suspense>{isLit ? <ListMatches ids={ids} /> : null}</Suspense>
        </div>
        <span className="date-lane__dates figures">{dates}</span>
      </header>
      <CardList
        key={isLines ? "lines" : "cards"}
        columnId={id}
        {...{ ids, count, lane }}
        kind={id === DONE ? "completed" : "normal"}
        canTake={id !== "overdue"}
        label={t`${name}, tasks: ${count}`}
        note={id === "none" || id === DONE ? undefined : checklistNote}
      />
      {count === 0 && isWhole ? <Empty id={id} /> : null}
      <Suspense>{isLit ? <ListArrows listId={id} ids={ids} /> : null}</Suspense>
      {canAdd ? <AddDue {...{ id, name, day }} /> : <div className="column__foot" />}
    </section>
  );
});

/** Where a card goes that comes here: its own place while it is here, else the one its new date gives it. */
function placeIn(ids: readonly string[], cardId: string, day: string | null, zone: string): number {
  const at = ids.indexOf(cardId);
  const card = store.read("cards", cardId);
  if (at >= 0 || !card) return Math.max(at, 0);
  const wish = day === null ? null : dueOn(card, day, zone);
  const dueAt = wish?.due_on ? dueInstant(wish.due_on, wish.due_time ?? null, wish.due_zone ?? zone) : 0;
  const columns = store.order("columns", card.board_id);
  const others = ids.flatMap((id) => store.read("cards", id) ?? []);
  return placeAmong(others, card, dueAt, (id) => columns.indexOf(id));
}

function AddDue({ id, name, day }: Pick<DateLaneProps, "id" | "name" | "day">) {
  const sync = useSync();
  const { boardId, zone } = useBoard();
  const column: AddTo = {
    id: `${boardId}.${id}`,
    name,
    add: (cards) => addDueCards(sync, boardId, cards, day, zone),
  };
  return <AddCards column={column} />;
}

function Empty({ id }: { id: ShownLane }) {
  const { t } = useLingui();
  const { rights } = useBoard();
  const words =
    id === "overdue"
      ? t`Nothing is overdue.`
      : id === "none"
        ? t`Everything has a date.`
        : id === DONE
          ? t`What is done comes here.`
          : rights.canWrite
            ? t`Nothing is due. Drag a task here to give it this date.`
            : t`Nothing is due.`;
  return <p className="column__empty">{words}</p>;
}

const checklistNote = (cardId: string) => <ChecklistNote cardId={cardId} />;

/** Why a card stands here though its own date says otherwise. */
function ChecklistNote({ cardId }: { cardId: string }) {
  const { t } = useLingui();
  const card = useRow("cards", cardId);
  if (!card || !isByChecklist(card)) return null;
  return <p className="date-lane__note">{t`Here because of its checklist`}</p>;
}

/** What is completed, put aside until it is asked for. */
export function DoneStrip({ ids, onOpen }: { ids: readonly string[]; onOpen: () => void }) {
  const { t } = useLingui();
  const { locale, highlight } = useBoard();
  const isLit = useIsLit(highlight);
  return (
    <button type="button" className="column-strip" data-column={DONE} title={t`Show completed tasks`} onClick={onOpen}>
      {isLit ? null : <span className="column__count figures">{numberFormat(locale).format(ids.length)}</span>}
      <Suspense>{isLit ? <ListMatches ids={ids} /> : null}</Suspense>
      <span className="column-strip__name">{t`Completed`}</span>
    </button>
  );
}
