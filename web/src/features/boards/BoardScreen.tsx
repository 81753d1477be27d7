import { useLingui } from "@lingui/react/macro";
import { Suspense, useCallback, useEffect, useState, useSyncExternalStore } from "react";
import type { BoardRow } from "../../contracts/rows";
import { useRow, useScope, useSync } from "../../sync/hooks";
import { usePageTitle } from "../../ui/Frame";
import { whenIdle } from "../../ui/overlays";
import { getDirection } from "../../ui/page";
import { usePaletteOpen } from "../../ui/paletteState";
import { preloaded } from "../../ui/preloaded";
import type { CardMenuPlace } from "../cards/CardMenu";
import { SelectionHost } from "../cards/selection/SelectionHost";
import { useSelectionCommands } from "../cards/selection/useSelectionCommands";
import { TalkWatch } from "../chat/TalkWatch";
import { DependencyWatch } from "../dependencies/DependencyWatch";
import { FilesWatch } from "../files/FilesWatch";
import { HighlightHost } from "../highlight/late";
import { Planning } from "../planning/Planning";
import { planOf } from "../planning/plans";
import { CompanyHost } from "../presence/CompanyHost";
import { BoardBar } from "./BoardBar";
import { BoardColumns } from "./BoardColumns";
import { BoardSkeleton } from "./BoardSkeleton";
import "./BoardScreen.css";
import { late } from "../../ui/late";
import { BoardContext, type BoardPerson, useBoard } from "./boardTools";
import { ChangeWatch } from "./changeMarks";
import { useColumnQuestion } from "./columnQuestion";
import { usePlace } from "./place";
import { useBoardCommands } from "./useBoardCommands";
import { useBoardTools } from "./useBoardTools";
import { usePlaceCommands } from "./usePlaceCommands";
import { useRefusals } from "./useRefusals";
import { useShownColumns } from "./useShownColumns";

const BoardGone = late(() => import("./BoardGone").then((module) => ({ default: module.BoardGone })));
const CardSheet = late(() => import("../cards/sheet/CardSheet").then((module) => ({ default: module.CardSheet })));
const CardMenu = late(() => import("../cards/CardMenu").then((module) => ({ default: module.CardMenu })));
const MoveCardDialog = late(() =>
  import("../cards/MoveCardDialog").then((module) => ({ default: module.MoveCardDialog })),
);
const MarksWatch = late(() => import("../marks/MarksWatch").then((module) => ({ default: module.MarksWatch })));
const PanelHost = late(() => import("./PanelHost").then((module) => ({ default: module.PanelHost })));
const ColumnQuestionHost = late(() =>
  import("./ColumnQuestionHost").then((module) => ({ default: module.ColumnQuestionHost })),
);
const [BoardFindings, fetchFindings] = preloaded(() =>
  import("./finding/BoardFindings").then((module) => module.BoardFindings),
);
const SettingsDialog = late(() =>
  import("./settings/SettingsDialog").then((module) => ({ default: module.SettingsDialog })),
);

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
        <BoardGone boardId={boardId} code={scope.code} />
      </Suspense>
    );
  }
  if (!board) return <BoardSkeleton />;
  return <OpenBoard {...{ boardId, cardId, person, link, onOpenCard, board }} />;
}

function OpenBoard(props: BoardScreenProps & { board: BoardRow }) {
  const { boardId, cardId, onOpenCard } = props;
  const [menu, setMenu] = useState<CardMenuPlace | null>(null);
  const [moving, setMoving] = useState<readonly string[] | null>(null);
  const [showDeleted, setShowDeleted] = useState(false);
  const asked = useColumnQuestion();
  const isFinding = usePaletteOpen();
  const place = usePlace();
  const plan = planOf(place.plan);
  const columns = useShownColumns(boardId, props.person?.id ?? null, showDeleted);
  const openCard = useCallback((id: string) => onOpenCard(id), [onOpenCard]);
  const shows = { openCard, showCardMenu: setMenu, showMoveCard: setMoving };
  const tools = useBoardTools({ ...props, ...shows, open: columns.open });
  useEffect(() => {
    // The last column may lie far outside the screen; asked for, it is to be seen.
    const scroller = showDeleted ? document.querySelector(".board") : null;
    scroller?.scrollTo({ left: (getDirection() === "rtl" ? -1 : 1) * scroller.scrollWidth });
    [...(scroller?.querySelectorAll("[data-column]") ?? [])].at(-1)?.scrollIntoView({ inline: "nearest" });
  }, [showDeleted]);
  useBoardCommands(tools, { showDeleted, setShowDeleted });
  const hasPalette = props.person !== null;
  useEffect(() => (hasPalette ? whenIdle(fetchFindings) : undefined), [hasPalette]);
  useSelectionCommands(tools);
  usePlaceCommands(tools, place);
  return (
    <BoardContext value={tools}>
      <BoardBar showDeleted={showDeleted} setShowDeleted={setShowDeleted} />
      <div className="board-main">
        {plan ? <Planning plan={plan} /> : <BoardColumns columns={columns} />}
        <Suspense>{place.panel ? <PanelHost /> : null}</Suspense>
        <SelectionHost />
      </div>
      <Suspense>{menu ? <CardMenu place={menu} onClose={() => setMenu(null)} /> : null}</Suspense>
      <Suspense>{moving ? <MoveCardDialog cardIds={moving} onClose={() => setMoving(null)} /> : null}</Suspense>
      <Suspense>{cardId ? <CardSheet key="sheet" cardId={cardId} onOpenCard={onOpenCard} /> : null}</Suspense>
      <Suspense>{asked ? <ColumnQuestionHost asked={asked} /> : null}</Suspense>
      <Suspense>{isFinding ? <BoardFindings isCardOpen={cardId !== null} /> : null}</Suspense>
      <Suspense>{place.settings && tools.personId ? <SettingsDialog /> : null}</Suspense>
      <CompanyHost cardId={cardId} onOpenCard={onOpenCard} />
      <HighlightWatch />
      <TalkWatch />
      <FilesWatch />
      <Suspense>{tools.personId ? <MarksWatch boardId={boardId} /> : null}</Suspense>
      <DependencyWatch />
      <ChangeWatch marks={tools.marks} personId={tools.personId} />
      <KeyHint />
    </BoardContext>
  );
}

function HighlightWatch() {
  const { highlight } = useBoard();
  const isWished = useSyncExternalStore(highlight.watch, () => highlight.wish !== null);
  return <Suspense>{isWished ? <HighlightHost /> : null}</Suspense>;
}

function KeyHint() {
  const { t } = useLingui();
  return (
    <p id="card-keys" hidden>
      {t`Enter opens, Space picks up, X selects, M moves it to another column.`}
    </p>
  );
}
