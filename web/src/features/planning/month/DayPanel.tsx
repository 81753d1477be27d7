import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useEffect, useMemo, useState } from "react";
import { dayIn } from "../../../kits/datekit";
import { numberFormat } from "../../../kits/formats";
import { store, useSync } from "../../../sync/hooks";
import { PopoverPanel } from "../../../ui/PopoverPanel";
import { useBoard } from "../../boards/boardTools";
import { AddCards } from "../../cards/AddCards";
import type { AddTo } from "../../cards/AddField";
import { CardList } from "../../cards/CardList";
import { useCardKeys } from "../../cards/useCardKeys";
import { useMinute } from "../../cards/useMinute";
import { longDay } from "../laneWords";
import { addDueCards } from "../setDates";
import "./DayPanel.css";
import type { DayMoves } from "./useDayMoves";

type DayListProps = { day: string; ids: readonly string[]; moves: DayMoves };

/** All cards of one day, over the month. */
export function DayPanel({ day, ids, moves, onClose }: DayListProps & { onClose: () => void }) {
  const { zone, locale } = useBoard();
  const name = longDay(day, dayIn(useMinute(), zone), locale);
  const [isFilled] = useState(ids.length > 0);
  useEffect(() => (isFilled ? focusFirstCard() : undefined), [isFilled]);
  // The cell stays in the page while its month does.
  const trigger = useMemo(() => ({ current: document.querySelector<HTMLElement>(`[data-day="${day}"]`) }), [day]);
  return (
    <PopoverPanel label={name} placement="bottom start" triggerRef={trigger} onClose={onClose} className="day-panel">
      <DayList {...{ day, ids, moves }} />
    </PopoverPanel>
  );
}

/** As soon as it is there: the list draws its cards after it has measured itself. */
function focusFirstCard(): () => void {
  let frame = requestAnimationFrame(function look() {
    const link = document.querySelector<HTMLElement>(".day-panel [data-card-link]");
    if (link) link.focus();
    else frame = requestAnimationFrame(look);
  });
  return () => cancelAnimationFrame(frame);
}

/** The cards of one day, and the way to add another. */
export function DayList({ day, ids, moves }: DayListProps) {
  const { t } = useLingui();
  const sync = useSync();
  const board = useBoard();
  const { boardId, zone, locale, rights, isLines } = board;
  const name = longDay(day, dayIn(useMinute(), zone), locale);
  const isDone = (id: string) => store.read("cards", id)?.completed_at !== null;
  const [open, done] = useMemo(() => [ids.filter((id) => !isDone(id)), ids.filter(isDone)], [ids]);
  const onCardKey = useCardKeys(board);
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const link = event.target as HTMLElement;
    const cardId = link.closest<HTMLElement>("[data-card]")?.dataset.card;
    if (event.key !== " " || !cardId || !link.matches("[data-card-link]")) return;
    event.preventDefault();
    event.stopPropagation();
    moves.pickUp(cardId, day);
  };
  const column: AddTo = {
    id: `${boardId}.${day}`,
    name,
    add: (cards) => addDueCards(sync, boardId, cards, day, zone),
  };
  const count = ids.length;
  const shared = { columnId: day, canTake: false };
  return (
    <section
      className="column day-list"
      data-column={day}
      aria-label={name}
      onPointerDown={moves.onPointerDown}
      onKeyDownCapture={onKeyDownCapture}
      onKeyDown={onCardKey}
    >
      <header className="column__head">
        <h3 className="column__title">{name}</h3>
        <bdi className="column__count figures">{numberFormat(locale).format(count)}</bdi>
      </header>
      <CardList
        key={isLines ? "lines" : "cards"}
        {...shared}
        ids={open}
        count={open.length}
        kind="normal"
        label={t`${name}, tasks: ${count}`}
      />
      {done.length > 0 ? (
        <CardList {...shared} ids={done} count={done.length} kind="completed" label={t`Completed`} />
      ) : null}
      {count === 0 ? <p className="column__empty">{t`Nothing is due.`}</p> : null}
      {rights.canWrite ? <AddCards column={column} /> : <div className="column__foot" />}
    </section>
  );
}
