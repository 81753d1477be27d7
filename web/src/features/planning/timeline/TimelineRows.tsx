import { useLingui } from "@lingui/react/macro";
import { memo, useId } from "react";
import { dateFormat, numberFormat } from "../../../kits/formats";
import { useRow } from "../../../sync/hooks";
import { Icon } from "../../../ui/icons";
import { useBoard } from "../../boards/boardTools";
import { useColumnTitle } from "../../boards/columnTitle";
import { ChangeNote } from "../../cards/ChangeNote";
import { Faces } from "../../cards/Faces";
import { useName } from "../../chat/people";
import { WaitsWords } from "../../dependencies/WaitsWords";
import { News } from "../cardMark";
import { wholeDay } from "../laneWords";
import type { PlanPrefs } from "../planPrefs";
import type { BarDrag } from "./barDrag";
import { type Bar, endsOf } from "./bars";
import { NOBODY } from "./rows";
import { dayOfNumber, type Scale } from "./scale";
import { TimelineBar } from "./TimelineBar";
import type { TieDrag } from "./tieDrag";
import "./TimelineRows.css";

type GroupProps = { group: string; by: PlanPrefs["group"]; count: number };

/** What the rows below have in common: their column, or who does them. */
export const GroupHead = memo(function GroupHead({ group, by, count }: GroupProps) {
  const { locale } = useBoard();
  return (
    <div className="timeline__group">
      <h2 className="timeline__name">{by === "person" ? <PersonName id={group} /> : <ColumnName id={group} />}</h2>
      <bdi className="column__count figures">{numberFormat(locale).format(count)}</bdi>
    </div>
  );
});

function ColumnName({ id }: { id: string }) {
  const column = useRow("columns", id);
  const title = useColumnTitle(column ?? NO_COLUMN);
  return <bdi>{title}</bdi>;
}

const NO_COLUMN = { kind: "normal", name: "" };

function PersonName({ id }: { id: string }) {
  const { t } = useLingui();
  const name = useName(id === NOBODY ? null : id);
  return <bdi>{id === NOBODY ? t`Nobody` : name}</bdi>;
}

type CardRowProps = Bar & {
  card: string;
  scale: Scale;
  today: string;
  drag: BarDrag;
  tie: TieDrag;
  isTabStop: boolean;
  /** That it starts too early, in a sentence; empty where it does not. */
  early: string;
  /** Its bar lies before or after what the screen shows. */
  beside: "before" | "after" | null;
  onShow: (day: number) => void;
};

/** One card: its title, which stays in sight, and its bar. */
export const CardRow = memo(function CardRow({ beside, onShow, start, due, ...rest }: CardRowProps) {
  const board = useBoard();
  const card = useRow("cards", rest.card);
  const waits = useId();
  if (!card) return null;
  return (
    <>
      {/* The bar beside it has the same name, and is what the keyboard reaches. */}
      <div className="timeline__label" aria-hidden="true" onClick={() => board.openCard(card.id)}>
        <News cardId={card.id} />
        <span className="timeline__title" dir="auto">
          {card.title}
        </span>
        {card.assignee_ids.length > 0 && board.personId !== null ? <Faces ids={card.assignee_ids} /> : null}
      </div>
      {beside ? <Away bar={{ start, due }} beside={beside} onShow={onShow} /> : null}
      <div className="timeline__lane">
        <TimelineBar {...rest} start={start} due={due} waits={waits} />
      </div>
      {card.completed_at === null ? <WaitsWords id={waits} cardId={card.id} more={rest.early} /> : null}
      <ChangeNote id={card.id} marks={board.marks} className="timeline__change" />
    </>
  );
});

/** Leads to a bar that is out of sight. */
function Away({ bar, beside, onShow }: { bar: Bar; beside: "before" | "after"; onShow: (day: number) => void }) {
  const { t } = useLingui();
  const { locale } = useBoard();
  const [from, to] = endsOf(bar);
  const day = beside === "before" ? to : from;
  const date = dateFormat(locale, { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" });
  const when = date.format(wholeDay(dayOfNumber(day)));
  return (
    <button
      type="button"
      className={`timeline__away timeline__away--${beside} figures`}
      tabIndex={-1}
      aria-label={t`Show ${when}`}
      onClick={() => onShow(from)}
    >
      {beside === "before" ? <Icon name="chevronStart" size={16} /> : null}
      {when}
      {beside === "after" ? <Icon name="chevronEnd" size={16} /> : null}
    </button>
  );
}
