import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { CardRow } from "../../../contracts/rows";
import { store } from "../../../sync/hooks";
import { IconButton } from "../../../ui/Button";
import { type Command, useCommands } from "../../../ui/commands";
import { Menu } from "../../../ui/Menu";
import { getDirection } from "../../../ui/page";
import { Tooltip } from "../../../ui/Tooltip";
import { type Neighbours, useBoard } from "../../boards/boardTools";
import { SheetCompany } from "../../presence/SheetCompany";
import type { Lanes } from "../drag/dragStore";
import { useCardActs } from "../useCardActs";
import { useCardEntries } from "../useCardEntries";
import { isForTheSheet } from "./sheetKeys";

/** Opens another card, or none; replacing keeps the tab, and *back* still closes the sheet. */
export type OpenCardAt = (cardId: string | null, isReplacing?: boolean) => void;

type SheetHeadProps = { card: CardRow; onOpenCard: OpenCardAt; onClose: () => void };

/** What makes sense only where the card stands among others. */
const onBoardOnly: ReadonlySet<string> = new Set(["open", "select", "paste"]);

/** Where the card stands, the ways to its neighbours, and its actions. */
export function SheetHead({ card, onOpenCard, onClose }: SheetHeadProps) {
  const { t } = useLingui();
  const { board, away, drag } = useBoard();
  const entries = useCardEntries(card).filter((entry) => !onBoardOnly.has(entry.id));
  const acts = useCardActs(useBoard());
  const { previous, next } = away?.neighbours?.(card.id) ?? neighboursInColumn(card, drag.lanes);
  useArrowKeys(previous, next, onOpenCard);
  useWalkCommands(previous, next, onOpenCard, onClose);
  const groups = [
    { id: "acts", entries: entries.filter((entry) => !entry.isDanger) },
    { id: "danger", entries: entries.filter((entry) => entry.isDanger) },
  ];
  return (
    <header className="sheet__head">
      <span className="sheet__where">
        <BoardOfCard card={card} />
        {board.numbering && card.number > 0 ? <span className="figures">#{card.number}</span> : null}
      </span>
      <SheetCompany cardId={card.id} />
      <IconButton
        icon="chevronUp"
        label={t`Previous task`}
        keys="arrowup"
        isDisabled={!previous}
        onPress={() => previous && onOpenCard(previous, true)}
      />
      <IconButton
        icon="chevronDown"
        label={t`Next task`}
        keys="arrowdown"
        isDisabled={!next}
        onPress={() => next && onOpenCard(next, true)}
      />
      <IconButton icon="link" label={t`Copy link`} onPress={() => void acts.copyLink(card.id)} />
      <Menu label={t`Actions`} groups={groups} commands="card">
        <IconButton icon="dots" label={t`Actions`} />
      </Menu>
      <IconButton icon="close" label={t`Close`} keys="escape" onPress={onClose} />
    </header>
  );
}

/** The buttons of the head, for the palette. */
function useWalkCommands(
  previous: string | undefined,
  next: string | undefined,
  onOpenCard: OpenCardAt,
  onClose: () => void,
): void {
  const { t } = useLingui();
  const now = useRef({ onOpenCard, onClose });
  now.current = { onOpenCard, onClose };
  useCommands((): readonly Command[] => {
    const group = t`Open task`;
    const to = (id: string | undefined) => ({
      ...{ group, guard: () => id !== undefined },
      run: () => id && now.current.onOpenCard(id, true),
    });
    return [
      { id: "card.previous", label: t`Previous task`, icon: "chevronUp", ...to(previous) },
      { id: "card.next", label: t`Next task`, icon: "chevronDown", ...to(next) },
      { id: "card.close", label: t`Close`, icon: "close", group, run: () => now.current.onClose() },
    ];
  }, [t, previous, next]);
}

/** Over another page than its board's, the name leads there. */
function BoardOfCard({ card }: { card: CardRow }) {
  const { t } = useLingui();
  const { board, away } = useBoard();
  if (!away)
    return (
      <span className="sheet__board" dir="auto">
        {board.name}
      </span>
    );
  return (
    <Tooltip content={t`Go to the board`}>
      <Link
        className="sheet__board"
        to="/b/$boardId/c/$cardId"
        params={{ boardId: board.id, cardId: card.id }}
        dir="auto"
      >
        {board.name}
      </Link>
    </Tooltip>
  );
}

function neighboursInColumn(card: CardRow, lanes: Lanes | null): Neighbours {
  const ids = lanes ? lanes.order(lanes.of(card.id) ?? "") : store.order("cards", card.column_id);
  const at = ids.indexOf(card.id);
  return { previous: ids[at - 1], next: ids[at + 1] };
}

/** Arrow keys go through the column while nothing is being written. */
function useArrowKeys(previous: string | undefined, next: string | undefined, onOpenCard: OpenCardAt): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isForTheSheet(event)) return;
      const backKey = getDirection() === "rtl" ? "ArrowRight" : "ArrowLeft";
      const onKey = getDirection() === "rtl" ? "ArrowLeft" : "ArrowRight";
      const goal =
        event.key === "ArrowUp" || event.key === backKey
          ? previous
          : event.key === "ArrowDown" || event.key === onKey
            ? next
            : undefined;
      if (!goal) return;
      event.preventDefault();
      onOpenCard(goal, true);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [previous, next, onOpenCard]);
}
