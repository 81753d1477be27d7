import { useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from "react";
import { machineZone } from "../../kits/datekit";
import { store, useRow, useScope, useSync } from "../../sync/hooks";
import { usePageTitle } from "../../ui/Frame";
import { useLocale } from "../../ui/language";
import { getDirection } from "../../ui/page";
import type { CardMenuPlace } from "../cards/CardMenu";
import { CardFocus } from "../cards/cardFocus";
import { DragStore } from "../cards/drag/dragStore";
import { SelectionHost } from "../cards/selection/SelectionHost";
import { Selection } from "../cards/selection/selection";
import { useSelectionCommands } from "../cards/selection/useSelectionCommands";
import { TalkWatch } from "../chat/TalkWatch";
import { FilesWatch } from "../files/FilesWatch";
import { BoardBar } from "./BoardBar";
import { BoardColumns } from "./BoardColumns";
import { BoardSkeleton } from "./BoardSkeleton";
import "./BoardScreen.css";
import { BoardContext, type BoardTools } from "./boardTools";
import { ChangeMarks, ChangeWatch } from "./changeMarks";
import { ColumnDragStore } from "./columnDragStore";
import { usePlace } from "./place";
import { useBoardCommands } from "./useBoardCommands";
import { useMoveCard } from "./useMoveCard";
import { usePlaceCommands } from "./usePlaceCommands";
import { useRefusals } from "./useRefusals";
import { useRights } from "./useRights";
import { useShownColumns } from "./useShownColumns";

const BoardGone = lazy(() => import("./BoardGone").then((module) => ({ default: module.BoardGone })));
const CardSheet = lazy(() => import("../cards/sheet/CardSheet").then((module) => ({ default: module.CardSheet })));
const CardMenu = lazy(() => import("../cards/CardMenu").then((module) => ({ default: module.CardMenu })));
const MoveCardDialog = lazy(() =>
  import("../cards/MoveCardDialog").then((module) => ({ default: module.MoveCardDialog })),
);
const PanelHost = lazy(() => import("./PanelHost").then((module) => ({ default: module.PanelHost })));
const SettingsDialog = lazy(() =>
  import("./settings/SettingsDialog").then((module) => ({ default: module.SettingsDialog })),
);

export type BoardPerson = { id: string; name: string; time_zone: string };

type BoardScreenProps = {
  boardId: string;
  cardId: string | null;
  person: BoardPerson | null;
  /** The secret word of an address that is open to everybody. */
  link?: string | undefined;
  onOpenCard: (cardId: string | null, isReplacing?: boolean) => void;
};

/** One board: its bar, its columns, and over them the card that is open. Knows the address only through its props. */
export function BoardScreen({ boardId, cardId, person, link, onOpenCard }: BoardScreenProps) {
  const scope = useScope(`board:${boardId}`);
  const sync = useSync();
  const board = useRow("boards", boardId);
  useScope(person ? `person:${person.id}` : null);
  usePageTitle(board?.name);
  useRefusals();
  useEffect(() => sync.here(boardId, cardId), [sync, boardId, cardId]);
  const isThere = board !== undefined;
  useEffect(() => {
    if (person && isThere) void sync.send("pref.open_board", { board_id: boardId }, { quiet: true });
  }, [sync, person, boardId, isThere]);
  if (scope.state === "gone") {
    return (
      <Suspense fallback={<BoardSkeleton />}>
        <BoardGone code={scope.code} />
      </Suspense>
    );
  }
  if (!board) return <BoardSkeleton />;
  return <OpenBoard {...{ boardId, cardId, person, link, onOpenCard }} />;
}

function OpenBoard(props: BoardScreenProps) {
  const { boardId, cardId, onOpenCard } = props;
  const [menu, setMenu] = useState<CardMenuPlace | null>(null);
  const [moving, setMoving] = useState<readonly string[] | null>(null);
  const [showDeleted, setShowDeleted] = useState(false);
  const place = usePlace();
  const columns = useShownColumns(boardId, props.person?.id ?? null, showDeleted);
  const tools = useTools(props, columns.open, setMenu, setMoving);
  useEffect(() => {
    // The last column may lie far outside the screen; asked for, it is to be seen.
    const scroller = showDeleted ? document.querySelector(".board") : null;
    scroller?.scrollTo({ left: (getDirection() === "rtl" ? -1 : 1) * scroller.scrollWidth });
    [...(scroller?.querySelectorAll("[data-column]") ?? [])].at(-1)?.scrollIntoView({ inline: "nearest" });
  }, [showDeleted]);
  useBoardCommands(tools, { showDeleted, setShowDeleted });
  useSelectionCommands(tools);
  usePlaceCommands(tools, place);
  return (
    <BoardContext value={tools}>
      <BoardBar showDeleted={showDeleted} setShowDeleted={setShowDeleted} />
      <div className="board-main">
        <BoardColumns columns={columns} />
        <Suspense>{place.panel ? <PanelHost /> : null}</Suspense>
        <SelectionHost />
      </div>
      <Suspense>{menu ? <CardMenu place={menu} onClose={() => setMenu(null)} /> : null}</Suspense>
      <Suspense>{moving ? <MoveCardDialog cardIds={moving} onClose={() => setMoving(null)} /> : null}</Suspense>
      <Suspense>{cardId ? <CardSheet key="sheet" cardId={cardId} onOpenCard={onOpenCard} /> : null}</Suspense>
      <Suspense>{place.settings && tools.personId ? <SettingsDialog /> : null}</Suspense>
      <TalkWatch />
      <FilesWatch />
      <ChangeWatch marks={tools.marks} personId={tools.personId} />
      <KeyHint />
    </BoardContext>
  );
}

function useTools(
  { boardId, person, link, onOpenCard }: BoardScreenProps,
  open: readonly string[],
  setMenu: (place: CardMenuPlace) => void,
  setMoving: (cardIds: readonly string[]) => void,
): BoardTools {
  const board = useRow("boards", boardId);
  const personId = person?.id ?? null;
  const rights = useRights(boardId, personId);
  const zoom = useRow("board_prefs", personId ? `${personId}.${boardId}` : null)?.zoom;
  const locale = useLocale();
  const openNow = useRef(open);
  openNow.current = open;
  const [stores] = useState(() => makeStores(boardId, () => openNow.current));
  const moveCard = useMoveCard(stores.focus);
  const zone = person?.time_zone || machineZone();
  return useMemo<BoardTools>(() => {
    if (!board) throw new Error("a board without its row");
    return {
      ...stores,
      boardId,
      board,
      rights,
      isLines: zoom === "lines",
      personId,
      zone,
      locale,
      columnIds: () => openNow.current,
      openCard: (cardId) => onOpenCard(cardId),
      cardAddress: (cardId) => `/b/${boardId}/c/${cardId}${link ? `?link=${encodeURIComponent(link)}` : ""}`,
      moveCard,
      showCardMenu: (cardId, anchor) => setMenu({ cardId, anchor }),
      showMoveCard: setMoving,
    };
  }, [stores, boardId, board, rights, zoom, personId, zone, locale, onOpenCard, link, moveCard, setMenu, setMoving]);
}

function makeStores(boardId: string, columnIds: () => readonly string[]) {
  const drag = new DragStore();
  const cardsIn = (id: string) => drag.lists.get(id)?.ids() ?? store.order("cards", id);
  return {
    drag,
    columnDrag: new ColumnDragStore(),
    focus: new CardFocus(),
    marks: new ChangeMarks(),
    selection: new Selection(() => columnIds().map(cardsIn), boardId),
  };
}

function KeyHint() {
  const { t } = useLingui();
  return (
    <p id="card-keys" hidden>
      {t`Enter opens, Space picks up, X selects, M moves it to another column.`}
    </p>
  );
}
