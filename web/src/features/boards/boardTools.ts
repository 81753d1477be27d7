import { createContext, useContext } from "react";
import type { BoardRow } from "../../contracts/rows";
import type { CardFocus } from "../cards/cardFocus";
import type { CardMove, DragStore } from "../cards/drag/dragStore";
import type { Selection } from "../cards/selection/selection";
import type { Highlight } from "../highlight/highlight";
import type { ChangeMarks } from "./changeMarks";
import type { ColumnDragStore } from "./columnDragStore";
import type { Rights } from "./useRights";

export type BoardPerson = { id: string; name: string; time_zone: string };

/** The cards before and after one, among which the arrows of an open card go. */
export type Neighbours = { previous: string | undefined; next: string | undefined };

/** What every part of one board screen shares. It changes rarely; what changes often stands in the stores. */
export type BoardTools = {
  boardId: string;
  board: BoardRow;
  rights: Rights;
  isLines: boolean;
  personId: string | null;
  zone: string;
  locale: string;
  drag: DragStore;
  columnDrag: ColumnDragStore;
  focus: CardFocus;
  selection: Selection;
  marks: ChangeMarks;
  highlight: Highlight;
  /** Columns on the screen, in their order. */
  columnIds: () => readonly string[];
  openCard: (cardId: string) => void;
  cardAddress: (cardId: string) => string;
  /** `group`: the step of undo it belongs to. */
  moveCard: (move: CardMove, group?: string) => void;
  showCardMenu: (cardId: string, anchor: HTMLElement) => void;
  showMoveCard: (cardIds: readonly string[]) => void;
  /** A card is open over another page than the board's; its neighbours are that page's, where it has a list. */
  away?: { neighbours?: (cardId: string) => Neighbours };
};

export const BoardContext = createContext<BoardTools | null>(null);

export function useBoard(): BoardTools {
  const tools = useContext(BoardContext);
  if (!tools) throw new Error("useBoard outside a board");
  return tools;
}
