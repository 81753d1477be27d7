import { type CSSProperties, memo } from "react";
import { dateFormat } from "../../../kits/formats";
import { useRow } from "../../../sync/hooks";
import { classes } from "../../../ui/classes";
import { Icon } from "../../../ui/icons";
import { useBoard } from "../../boards/boardTools";
import { useCardClick } from "../../cards/selection/useCardClick";
import { useLit } from "../../highlight/highlight";
import { Lamp, MarkIcon, News, useCardMark } from "../cardMark";
import { isByChecklist } from "../dueDays";
import "./CardChip.css";
import type { Placed } from "./monthItems";

/** A card on a day of the calendar, or a bar over several. */
export const CardChip = memo(function CardChip({ placed }: { placed: Placed }) {
  const { id, days, line, from, to, goesOn, wentOn } = placed;
  const board = useBoard();
  const card = useRow("cards", id);
  const mark = useCardMark(card);
  const { selected, onClick } = useCardClick(board, id);
  const lit = useLit(board.highlight, id);
  if (!card) return null;
  const isBar = from !== to;
  const time = card.due_time && card.due_at !== null && !isBar && !isByChecklist(card);
  const at = time
    ? dateFormat(board.locale, { timeZone: board.zone, timeStyle: "short" }).format(card.due_at ?? 0)
    : null;
  return (
    <a
      className={classes(
        "chip",
        isBar && "chip--bar",
        wentOn && "chip--before",
        goesOn && "chip--after",
        mark && `chip--${mark.tone}`,
        selected === "on" && "card--selected",
        lit && (lit === "on" ? "plan-lit" : "plan-dim"),
      )}
      style={{ "--days": days, "--at-line": line } as CSSProperties}
      data-card={id}
      data-card-link
      href={board.cardAddress(id)}
      draggable={false}
      tabIndex={-1}
      title={card.title}
      onClick={onClick}
      onContextMenu={(event) => {
        event.preventDefault();
        board.showCardMenu(id, event.currentTarget);
      }}
    >
      <News cardId={id} />
      {lit === "on" ? <Lamp /> : null}
      <MarkIcon mark={mark} />
      {isByChecklist(card) && !isBar ? <Icon name="checklist" size={16} className="chip__icon" /> : null}
      {at ? <span className="chip__time figures">{at}</span> : null}
      <span className="chip__title" dir="auto">
        {card.title}
      </span>
    </a>
  );
});
