import { useLingui } from "@lingui/react/macro";
import { useEffect } from "react";
import type { CardRow, ColumnRow } from "../../../contracts/rows";
import { store, usePerson, useRow, useScope } from "../../../sync/hooks";
import { Button, IconButton } from "../../../ui/Button";
import { Dialog } from "../../../ui/Dialog";
import { EmptyState } from "../../../ui/EmptyState";
import { Icon } from "../../../ui/icons";
import { Menu } from "../../../ui/Menu";
import { getDirection } from "../../../ui/page";
import { useBoard } from "../../boards/boardTools";
import { useCardActs } from "../useCardActs";
import { useCardEntries } from "../useCardEntries";
import "./CardSheet.css";
import { DetailsField } from "./DetailsField";
import { SheetFacts } from "./SheetFacts";
import { SheetTitle } from "./SheetTitle";

type CardSheetProps = { cardId: string; onOpenCard: (cardId: string | null, isReplacing?: boolean) => void };

/** An open card, laid over its board; its address is the page's. Closing never asks, because everything is saved. */
export function CardSheet({ cardId, onOpenCard }: CardSheetProps) {
  const { t } = useLingui();
  const board = useBoard();
  const card = useRow("cards", cardId);
  const column = useRow("columns", card?.column_id);
  const scope = useScope(`board:${board.boardId}`);
  const close = () => {
    onOpenCard(null);
    board.focus.want(cardId);
  };
  const isHere = card !== undefined && card.board_id === board.boardId && column !== undefined;
  return (
    <Dialog isOpen onClose={close} size="sheet" title={card?.title ?? t`Task`} isTitleHidden>
      {isHere ? (
        <OpenCard key={cardId} card={card} column={column} onOpenCard={onOpenCard} onClose={close} />
      ) : scope.state === "ready" ? (
        <Missing onClose={close} />
      ) : null}
    </Dialog>
  );
}

type OpenCardProps = {
  card: CardRow;
  column: ColumnRow;
  onOpenCard: CardSheetProps["onOpenCard"];
  onClose: () => void;
};

function OpenCard({ card, column, onOpenCard, onClose }: OpenCardProps) {
  const { rights } = useBoard();
  const isFrozen = !rights.canWrite || column.kind !== "normal";
  return (
    <article className="sheet">
      <SheetHead card={card} onOpenCard={onOpenCard} onClose={onClose} />
      <div className="sheet__body">
        <div className="sheet__main">
          <FrozenNote card={card} column={column} />
          <SheetTitle card={card} isFrozen={isFrozen} />
          <DetailsField cardId={card.id} isFrozen={isFrozen} />
        </div>
        <aside className="sheet__aside" aria-label={card.title}>
          <SheetFacts card={card} column={column} isFrozen={isFrozen} />
        </aside>
      </div>
    </article>
  );
}

function SheetHead({ card, onOpenCard, onClose }: Omit<OpenCardProps, "column">) {
  const { t } = useLingui();
  const { board } = useBoard();
  const entries = useCardEntries(card).filter((entry) => entry.id !== "open");
  const acts = useCardActs(useBoard());
  const { previous, next } = neighbours(card);
  useArrowKeys(previous, next, onOpenCard);
  const groups = [
    { id: "acts", entries: entries.filter((entry) => !entry.isDanger) },
    { id: "danger", entries: entries.filter((entry) => entry.isDanger) },
  ];
  return (
    <header className="sheet__head">
      <span className="sheet__where">
        <span className="sheet__board" dir="auto">
          {board.name}
        </span>
        {board.numbering && card.number > 0 ? <span className="figures">#{card.number}</span> : null}
      </span>
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
      <Menu label={t`Actions`} groups={groups}>
        <IconButton icon="dots" label={t`Actions`} />
      </Menu>
      <IconButton icon="close" label={t`Close`} keys="escape" onPress={onClose} />
    </header>
  );
}

function neighbours(card: CardRow): { previous: string | undefined; next: string | undefined } {
  const ids = store.order("cards", card.column_id);
  const at = ids.indexOf(card.id);
  return { previous: ids[at - 1], next: ids[at + 1] };
}

/** Arrow keys go through the column while nothing is being written. */
function useArrowKeys(
  previous: string | undefined,
  next: string | undefined,
  onOpenCard: CardSheetProps["onOpenCard"],
): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (
        target.closest(
          "input, textarea, select, [role=menu], [role=listbox], [role=radiogroup], [aria-haspopup=listbox]",
        )
      )
        return;
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

/** Why nothing can be changed, and the way out. */
function FrozenNote({ card, column }: { card: CardRow; column: ColumnRow }) {
  const { t, i18n } = useLingui();
  const board = useBoard();
  const acts = useCardActs(board);
  const by = usePerson(card.deleted_by)?.name ?? t`Somebody`;
  const { canWrite } = board.rights;
  if (column.kind === "completed") {
    return (
      <div className="sheet__note">
        <Icon name="check" />
        <span>{t`Completed, so nothing here changes. Move it out of Completed to go on with it.`}</span>
        {canWrite ? <Button size="small" onPress={() => board.showMoveCard(card.id)}>{t`Move to…`}</Button> : null}
      </div>
    );
  }
  if (column.kind !== "deleted") return null;
  const when =
    card.deleted_at === null ? "" : i18n.date(new Date(card.deleted_at), { dateStyle: "medium", timeStyle: "short" });
  return (
    <div className="sheet__note">
      <Icon name="trash" />
      <span>{t`Deleted by ${by}, ${when}. Restored, it goes back where it was.`}</span>
      {canWrite ? <Button size="small" onPress={() => acts.restore(card)}>{t`Restore`}</Button> : null}
    </div>
  );
}

function Missing({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  return (
    <EmptyState
      title={t`This task is not on this board`}
      action={<Button look="primary" onPress={onClose}>{t`Back to the board`}</Button>}
    >
      {t`It may have been moved to another board, or deleted for ever.`}
    </EmptyState>
  );
}
