import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, type PointerEvent, Suspense } from "react";
import { numberFormat } from "../../../kits/formats";
import { store, useSync } from "../../../sync/hooks";
import { useBoard } from "../../boards/boardTools";
import { CardList } from "../../cards/CardList";
import { useCardKeys } from "../../cards/useCardKeys";
import { useIsLit } from "../../highlight/highlight";
import { ListArrows, ListMatches } from "../../highlight/late";
import { type DayTarget, watchDayDrag } from "../dayDrag";
import { setSpan } from "../setDates";

type UndatedProps = {
  ids: readonly string[];
  today: string;
  target: DayTarget;
  dayUnder: (x: number, y: number) => string | null;
  /** A card got its date by keys, and is a bar now. */
  onPlaced: (cardId: string) => void;
};

/** Open cards without dates, to be dragged to a day; by keys, Space puts one on today. */
export function UndatedCards({ ids, today, target, dayUnder, onPlaced }: UndatedProps) {
  const { t } = useLingui();
  const sync = useSync();
  const board = useBoard();
  const { rights, zone, locale, isLines, highlight } = board;
  const isLit = useIsLit(highlight);
  const onCardKey = useCardKeys(board);
  const put = (cardId: string, due: string) => {
    const card = store.read("cards", cardId);
    if (card) setSpan(sync, card, { due }, zone);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const pressed = event.target as HTMLElement;
    const source = pressed.closest<HTMLElement>("[data-card]");
    const cardId = source?.dataset.card;
    if (!source || !cardId || !rights.canWrite || event.button !== 0 || !event.isPrimary) return;
    if (pressed.closest("[data-no-drag]")) return;
    watchDayDrag(event.nativeEvent, {
      target,
      source,
      dayAt: ({ x, y }) => dayUnder(x, y),
      onDrop: (_from, to) => put(cardId, to),
      onHold: () => board.showCardMenu(cardId, source),
    });
  };
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const link = event.target as HTMLElement;
    const cardId = link.closest<HTMLElement>("[data-card]")?.dataset.card;
    if (event.key !== " " || !cardId || !link.matches("[data-card-link]") || !rights.canWrite) return;
    event.preventDefault();
    event.stopPropagation();
    put(cardId, today);
    onPlaced(cardId);
  };
  const count = ids.length;
  const name = t`Not scheduled`;
  return (
    <aside
      className="column timeline__undated"
      data-column="undated"
      aria-label={name}
      onPointerDown={onPointerDown}
      onKeyDownCapture={onKeyDownCapture}
      onKeyDown={onCardKey}
    >
      <header className="column__head">
        <h2 className="column__title">{name}</h2>
        {isLit ? null : <bdi className="column__count figures">{numberFormat(locale).format(count)}</bdi>}
        <Suspense>{isLit ? <ListMatches ids={ids} /> : null}</Suspense>
      </header>
      <CardList
        key={isLines ? "lines" : "cards"}
        columnId="undated"
        {...{ ids, count }}
        kind="normal"
        canTake={false}
        label={t`${name}, tasks: ${count}`}
      />
      {count === 0 ? <p className="column__empty">{t`Everything has a date.`}</p> : null}
      <Suspense>{isLit ? <ListArrows listId="undated" ids={ids} /> : null}</Suspense>
      <div className="column__foot" />
    </aside>
  );
}
