import { useLingui } from "@lingui/react/macro";
import { Fragment, type MouseEvent, memo } from "react";
import { classes } from "../../ui/classes";
import { Icon } from "../../ui/icons";
import { Faces } from "../cards/Faces";
import { canWrite, cardAddress, useRowTools } from "./listTools";
import { RowFacts, WhatIsNew } from "./RowFacts";
import type { ViewBoard, ViewCard } from "./viewData";
import "./ViewRow.css";

type ViewRowProps = {
  card: ViewCard;
  board: ViewBoard | undefined;
  bucket: string;
  isTabStop: boolean;
  isCarried: boolean;
  /** Others have changed it since the reader looked. */
  isMarked: boolean;
};

/** A card in a list over many boards: what it is, where it stands, and what matters of it. */
export const ViewRow = memo(function ViewRow({ card, board, bucket, isTabStop, isCarried, isMarked }: ViewRowProps) {
  const { t } = useLingui();
  const list = useRowTools();
  const { title } = card;
  const open = (event: MouseEvent) => {
    // A new tab, if that is asked for, has the board's own address.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    list.openCard(card);
  };
  const showMenu = (anchor: HTMLElement) => list.showMenu({ card, anchor, kind: "acts" });
  return (
    <li className={classes("view-row", isCarried && "view-row--carried")} data-row={card.id} data-bucket={bucket}>
      <Check card={card} isActive={canWrite(board)} />
      <a
        className="view-row__open"
        data-row-link
        href={cardAddress(card)}
        draggable={false}
        tabIndex={isTabStop ? 0 : -1}
        aria-describedby="row-keys"
        onClick={open}
        onContextMenu={(event) => {
          event.preventDefault();
          showMenu(event.currentTarget);
        }}
      >
        <span className="view-row__words">
          <span className="view-row__title" dir="auto">
            {isMarked ? <span className="view-row__mark" role="img" aria-label={t`Changed since you looked`} /> : null}
            {title}
          </span>
          <Where card={card} board={board} />
        </span>
        <RowFacts card={card} />
        <Faces ids={card.assignee_ids} className="view-row__faces" />
      </a>
      <button
        type="button"
        className="view-row__menu"
        data-no-drag
        tabIndex={-1}
        aria-haspopup="menu"
        aria-label={t`Actions for “${title}”`}
        onClick={(event) => showMenu(event.currentTarget)}
      >
        <Icon name="dots" size={16} />
      </button>
    </li>
  );
});

/** Completes with one press; a tick on what is done. */
function Check({ card, isActive }: { card: ViewCard; isActive: boolean }) {
  const { t } = useLingui();
  const { complete } = useRowTools();
  const { title } = card;
  if (card.completed_at !== null || !isActive)
    return (
      <span className={classes("view-row__check", card.completed_at !== null && "view-row__check--done")}>
        {card.completed_at === null ? null : <Icon name="check" size={16} label={t`Completed`} />}
      </span>
    );
  return (
    <button
      type="button"
      className="view-row__check view-row__check--open"
      data-no-drag
      data-tip={t`Complete`}
      data-tip-keys="c"
      tabIndex={-1}
      aria-label={t`Complete “${title}”`}
      onClick={() => complete(card)}
    >
      <Icon name="check" size={16} />
    </button>
  );
}

/** On which board, where the list does not say it, and in which column, where that is not plain. */
function Where({ card, board }: { card: ViewCard; board: ViewBoard | undefined }) {
  const isNew = useRowTools().view === "new";
  const column = card.completed_at === null ? board?.columns.find(({ id }) => id === card.column_id)?.name : null;
  const places = [isNew ? null : board?.name, column].filter((name) => name != null);
  return (
    <span className="view-row__where">
      {isNew && card.news ? <WhatIsNew news={card.news} /> : null}
      {board?.numbering && card.number > 0 ? (
        <span className="figures" dir="ltr">
          #{card.number}
        </span>
      ) : null}
      {places.map((name, at) => (
        <Fragment key={at}>
          {at > 0 || isNew ? <span className="view-row__between" aria-hidden="true" /> : null}
          <bdi>{name}</bdi>
        </Fragment>
      ))}
    </span>
  );
}
