import { useLingui } from "@lingui/react/macro";
import { type ReactNode, Suspense } from "react";
import type { CardRow, ColumnRow } from "../../../contracts/rows";
import { usePerson, useRow, useScope } from "../../../sync/hooks";
import { Button } from "../../../ui/Button";
import { Dialog } from "../../../ui/Dialog";
import { EmptyState } from "../../../ui/EmptyState";
import { Icon } from "../../../ui/icons";
import { usePaletteOpen } from "../../../ui/paletteState";
import { useBoard } from "../../boards/boardTools";
import { useCardActs } from "../useCardActs";
import "./CardSheet.css";
import { late } from "../../../ui/late";
import { SheetAside } from "./SheetAside";
import { type OpenCardAt, SheetHead } from "./SheetHead";
import { SheetTabs } from "./SheetTabs";
import { SheetTitle } from "./SheetTitle";

const CardFindings = late(() => import("../finding/CardFindings").then((module) => ({ default: module.CardFindings })));

type CardSheetProps = { cardId: string; onOpenCard: OpenCardAt };

/** An open card, laid over its board; its address is the page's. Closing never asks, because everything is saved. */
export function CardSheet({ cardId, onOpenCard }: CardSheetProps) {
  const board = useBoard();
  const close = () => {
    onOpenCard(null);
    board.focus.want(cardId);
  };
  return (
    <SheetDialog cardId={cardId} onClose={close}>
      <SheetOfBoard cardId={cardId} onOpenCard={onOpenCard} onClose={close} />
    </SheetDialog>
  );
}

type SheetDialogProps = { cardId: string; onClose: () => void; children: ReactNode };

/** The sheet alone: it may lie there before its board is. */
export function SheetDialog({ cardId, onClose, children }: SheetDialogProps) {
  const { t } = useLingui();
  const title = useRow("cards", cardId)?.title ?? t`Task`;
  return (
    <Dialog isOpen onClose={onClose} size="sheet" title={title} isTitleHidden>
      {children}
    </Dialog>
  );
}

/** The card as its board knows it; needs the board's tools round it. */
export function SheetOfBoard({ cardId, onOpenCard, onClose }: CardSheetProps & { onClose: () => void }) {
  const board = useBoard();
  const card = useRow("cards", cardId);
  const column = useRow("columns", card?.column_id);
  const scope = useScope(`board:${board.boardId}`);
  const isHere = card !== undefined && card.board_id === board.boardId && column !== undefined;
  if (isHere) return <OpenCard key={cardId} card={card} column={column} onOpenCard={onOpenCard} onClose={onClose} />;
  return scope.state === "ready" ? <Missing onClose={onClose} /> : null;
}

type OpenCardProps = {
  card: CardRow;
  column: ColumnRow;
  onOpenCard: OpenCardAt;
  onClose: () => void;
};

function OpenCard({ card, column, onOpenCard, onClose }: OpenCardProps) {
  const { rights } = useBoard();
  const isFinding = usePaletteOpen();
  const isFrozen = !rights.canWrite || column.kind !== "normal";
  return (
    <article className="sheet" data-files-of={card.id}>
      <SheetHead card={card} onOpenCard={onOpenCard} onClose={onClose} />
      <div className="sheet__body">
        <div className="sheet__top">
          <FrozenNote card={card} column={column} />
          <SheetTitle card={card} isFrozen={isFrozen} />
        </div>
        <SheetTabs card={card} column={column} isFrozen={isFrozen} />
        <SheetAside card={card} column={column} isFrozen={isFrozen} />
      </div>
      <Suspense>{isFinding ? <CardFindings card={card} isOpen /> : null}</Suspense>
    </article>
  );
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
        {canWrite ? <Button size="small" onPress={() => board.showMoveCard([card.id])}>{t`Move to…`}</Button> : null}
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
  const { away } = useBoard();
  return (
    <EmptyState
      title={t`This task is not on this board`}
      action={
        <Button look="primary" onPress={onClose}>
          {away ? t`Close` : t`Back to the board`}
        </Button>
      }
    >
      {t`It may have been moved to another board, or deleted for ever.`}
    </EmptyState>
  );
}
