import { memo, useSyncExternalStore } from "react";
import { useRow } from "../../../sync/hooks";
import { classes } from "../../../ui/classes";
import { tip } from "../../../ui/Tooltip";
import { useBoard } from "../../boards/boardTools";
import { statusTone, statusWord } from "../../cards/facts";
import { useCardClick } from "../../cards/selection/useCardClick";
import { useLit } from "../../highlight/highlight";
import { Lamp, MarkIcon, useCardMark } from "../cardMark";
import type { BarDrag } from "./barDrag";
import { type Bar, extentOf, shapeOf } from "./bars";
import { barWords } from "./barWords";
import type { Scale } from "./scale";
import { TieDots } from "./TieDots";
import "./TimelineBar.css";
import type { TieDrag } from "./tieDrag";

type TimelineBarProps = Bar & {
  card: string;
  scale: Scale;
  today: string;
  drag: BarDrag;
  tie: TieDrag;
  /** What says whom it waits for. */
  waits: string;
  early: string;
  isTabStop: boolean;
};

/** A card's days: a bar from start to due, a diamond where only one day is known, an open end where none is due. */
export const TimelineBar = memo(function TimelineBar(props: TimelineBarProps) {
  const { start, due, scale, today, drag, tie, waits, early, isTabStop } = props;
  const board = useBoard();
  const card = useRow("cards", props.card);
  const mark = useCardMark(card);
  const carried = useSyncExternalStore(drag.subscribe, () => drag.of(props.card));
  const isTieTarget = useSyncExternalStore(tie.subscribe, () => tie.isOver(props.card));
  const { selected, onClick } = useCardClick(board, props.card);
  const lit = useLit(board.highlight, props.card);
  if (!card) return null;
  const bar = carried ?? { start, due };
  const shape = shapeOf(bar);
  const { place, width } = extentOf(bar, scale);
  const tone = mark?.tone === "overdue" || mark?.tone === "done" ? null : statusTone(card.status);
  const canMove = board.rights.canWrite && card.completed_at === null;
  const status = tone ? statusWord(card.status) : null;
  return (
    <a
      className={classes(
        "bar",
        `bar--${shape}`,
        tone && `label--status-${tone}`,
        mark && `bar--${mark.tone}`,
        (carried || isTieTarget) && "bar--carried",
        selected === "on" && "card--selected",
        lit && (lit === "on" ? "plan-lit" : "plan-dim"),
      )}
      style={{ insetInlineStart: place, inlineSize: width }}
      data-card-link
      href={board.cardAddress(card.id)}
      draggable={false}
      tabIndex={isTabStop ? 0 : -1}
      aria-describedby={canMove ? `${waits} timeline-keys` : waits}
      onClick={onClick}
      onContextMenu={(event) => {
        event.preventDefault();
        board.showCardMenu(card.id, event.currentTarget);
      }}
    >
      {canMove && shape !== "start" ? <span className="bar__end bar__end--start" data-end="start" /> : null}
      <span className="visually-hidden">{card.title}</span>
      {lit === "on" ? <Lamp /> : null}
      <MarkIcon mark={mark} />
      {status ? <span className="bar__status">{status}</span> : null}
      {canMove && shape !== "due" ? <span className="bar__end bar__end--due" data-end="due" /> : null}
      {early ? <span className="bar__early" {...tip(early)} /> : null}
      {canMove ? <TieDots /> : null}
      <span className="bar__dates figures">{barWords(bar, today, board.locale)}</span>
    </a>
  );
});
