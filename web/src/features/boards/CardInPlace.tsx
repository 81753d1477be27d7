import { useLingui } from "@lingui/react/macro";
import { Suspense, useEffect, useMemo, useRef, useState } from "react";
import type { BoardRow } from "../../contracts/rows";
import { useRow, useScope, useSync } from "../../sync/hooks";
import { Skeleton } from "../../ui/Skeleton";
import { toasts } from "../../ui/toasts";
import { SheetDialog, SheetOfBoard } from "../cards/sheet/CardSheet";
import type { OpenCardAt } from "../cards/sheet/SheetHead";
import "../cards/guesses/registered";
import "../chat/guesses/registered";
import { TalkWatch } from "../chat/TalkWatch";
import "../checklist/guesses/registered";
import { DependencyWatch } from "../dependencies/DependencyWatch";
import { FilesWatch } from "../files/FilesWatch";
import "../files/guesses/registered";
import { MarksWatch } from "../marks/MarksWatch";
import { usePerson } from "../people/session";
import "./CardInPlace.css";
import { BoardContext } from "./boardTools";
import "./guesses/registered";
import { late } from "../../ui/late";
import { type PlacedCard, useNeighbours } from "./neighbours";
import { useBoardTools } from "./useBoardTools";
import { useRefusals } from "./useRefusals";

const MoveCardDialog = late(() =>
  import("../cards/MoveCardDialog").then((module) => ({ default: module.MoveCardDialog })),
);

export type CardInPlaceProps = {
  boardId: string;
  cardId: string;
  /** The cards of the page in their order: *previous* and *next* go through them. Without it they go through the card's column. */
  list?: readonly PlacedCard[] | undefined;
  onClose: () => void;
  /** Another card is to be opened instead, of `list` or of the same board; left out, there are no ways to others. */
  onOpenCard?: ((card: PlacedCard) => void) | undefined;
};

/** A card open over any page, with its board loaded behind it. Lost access closes it. Needs a `PlaceContext` for its tabs; a page with an address uses `CardInPlaceHost`. */
export function CardInPlace({ boardId, cardId, list, onClose, onOpenCard }: CardInPlaceProps) {
  const sync = useSync();
  const scope = useScope(`board:${boardId}`);
  const board = useRow("boards", boardId);
  useRefusals();
  useEffect(() => sync.here(boardId, cardId), [sync, boardId, cardId]);
  // Over its own board's screen one is still there.
  useEffect(() => () => sync.here(boardId, null), [sync, boardId]);
  useEndOfAccess(scope, board !== undefined, onClose);
  const open: OpenCardAt = (next) => {
    if (next === null) onClose();
    else onOpenCard?.(list?.find((one) => one.id === next) ?? { id: next, board_id: boardId });
  };
  if (scope.state === "gone") return null;
  return (
    <SheetDialog cardId={cardId} onClose={onClose}>
      {board ? (
        <OnBoard key={boardId} {...{ board, cardId, list, onClose }} open={open} isAlone={!onOpenCard} />
      ) : (
        <Skeleton className="in-place__waiting" />
      )}
    </SheetDialog>
  );
}

type OnBoardProps = Pick<CardInPlaceProps, "cardId" | "list" | "onClose"> & {
  board: BoardRow;
  open: OpenCardAt;
  isAlone: boolean;
};

const NONE: readonly string[] = [];
const nowhere = () => undefined;

function OnBoard({ board, cardId, list, onClose, open, isAlone }: OnBoardProps) {
  const person = usePerson();
  const [moving, setMoving] = useState<readonly string[] | null>(null);
  const neighbours = useNeighbours(isAlone ? [] : list);
  const away = useMemo(() => ({ neighbours }), [neighbours]);
  useScope(`person:${person.id}`);
  const shows = { openCard: nowhere, showCardMenu: nowhere, showMoveCard: setMoving };
  const tools = useBoardTools({ board, person, open: NONE, away, ...shows });
  return (
    <BoardContext value={tools}>
      <SheetOfBoard cardId={cardId} onOpenCard={open} onClose={onClose} />
      <Suspense>{moving ? <MoveCardDialog cardIds={moving} onClose={() => setMoving(null)} /> : null}</Suspense>
      <TalkWatch />
      <FilesWatch />
      <MarksWatch boardId={board.id} />
      <DependencyWatch />
    </BoardContext>
  );
}

/** What was there and is gone was taken away, whoever told it first: the socket, or the rest of a board that was still being loaded. */
function useEndOfAccess(scope: { state: string; code?: string }, isThere: boolean, onClose: () => void): void {
  const { t } = useLingui();
  const wasThere = useRef(false);
  wasThere.current ||= isThere || scope.code === "lost_access";
  const isGone = scope.state === "gone";
  useEffect(() => {
    if (!isGone) return;
    const lost = t`This task’s board is no longer open to you, so the task was closed.`;
    const never = t`This task does not exist, or you may not see it.`;
    toasts.add({ kind: "error", text: wasThere.current ? lost : never });
    onClose();
  }, [isGone, onClose, t]);
}
