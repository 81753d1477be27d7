import { useMemo, useRef, useState } from "react";
import type { BoardRow } from "../../contracts/rows";
import { machineZone } from "../../kits/datekit";
import { store, useRow } from "../../sync/hooks";
import { useLocale } from "../../ui/language";
import type { CardMenuPlace } from "../cards/CardMenu";
import { CardFocus } from "../cards/cardFocus";
import { DragStore } from "../cards/drag/dragStore";
import { Selection } from "../cards/selection/selection";
import { Highlight } from "../highlight/highlight";
import type { BoardPerson, BoardTools } from "./boardTools";
import { ChangeMarks } from "./changeMarks";
import { ColumnDragStore } from "./columnDragStore";
import { useMoveCard } from "./useMoveCard";
import { useRights } from "./useRights";

type ToolsProps = {
  board: BoardRow;
  person: BoardPerson | null;
  /** The secret word of an address that is open to everybody. */
  link?: string | undefined;
  /** Columns on the screen, in their order. */
  open: readonly string[];
  openCard: (cardId: string) => void;
  showCardMenu: (place: CardMenuPlace) => void;
  showMoveCard: (cardIds: readonly string[]) => void;
  away?: BoardTools["away"];
};

/** What the parts of a board share, for the board's own screen and for a card of it that is open over another page. Keep the functions the same. */
export function useBoardTools(props: ToolsProps): BoardTools {
  const { board, person, link, open, openCard, showCardMenu, showMoveCard, away } = props;
  const { id: boardId } = board;
  const personId = person?.id ?? null;
  const rights = useRights(boardId, personId);
  const zoom = useRow("board_prefs", personId ? `${personId}.${boardId}` : null)?.zoom;
  const locale = useLocale();
  const openNow = useRef(open);
  openNow.current = open;
  const [stores] = useState(() => makeStores(boardId, personId, () => openNow.current));
  const moveCard = useMoveCard(stores.focus);
  const zone = person?.time_zone || machineZone();
  return useMemo<BoardTools>(
    () => ({
      ...stores,
      boardId,
      board,
      rights,
      isLines: zoom === "lines",
      personId,
      zone,
      locale,
      columnIds: () => stores.drag.lanes?.ids() ?? openNow.current,
      openCard,
      cardAddress: (cardId) => `/b/${boardId}/c/${cardId}${link ? `?link=${encodeURIComponent(link)}` : ""}`,
      moveCard,
      showCardMenu: (cardId, anchor) => showCardMenu({ cardId, anchor }),
      showMoveCard,
      ...(away ? { away } : {}),
    }),
    [
      stores,
      boardId,
      board,
      rights,
      zoom,
      personId,
      zone,
      locale,
      openCard,
      link,
      moveCard,
      showCardMenu,
      showMoveCard,
      away,
    ],
  );
}

function makeStores(boardId: string, personId: string | null, columnIds: () => readonly string[]) {
  const drag = new DragStore();
  const cardsIn = (id: string) => drag.lists.get(id)?.ids() ?? drag.lanes?.order(id) ?? store.order("cards", id);
  const shownIds = () => drag.lanes?.ids() ?? columnIds();
  return {
    drag,
    columnDrag: new ColumnDragStore(),
    focus: new CardFocus(),
    marks: new ChangeMarks(),
    highlight: new Highlight(`highlight ${personId} ${boardId}`),
    selection: new Selection(() => shownIds().map(cardsIn), boardId),
  };
}
