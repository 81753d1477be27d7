import { createContext, useContext } from "react";
import type { RowDrag } from "./rowDragStore";
import type { Reader } from "./useReader";
import type { ViewActs } from "./useViewActs";
import type { ViewBoard, ViewCard } from "./viewData";

/** Which of a row's menus is open, and beside what. */
export type RowMenuPlace = { card: ViewCard; anchor: HTMLElement; kind: "acts" | "status" | "priority" | "due" };

/** What all rows of a list over many boards share. */
export type ListTools = {
  view: string;
  boards: Readonly<Record<string, ViewBoard>>;
  reader: Reader;
  acts: ViewActs;
  drag: RowDrag;
  /** Cards that others have changed since the reader looked. */
  marked: ReadonlySet<string>;
  openCard: (card: ViewCard) => void;
  showMenu: (place: RowMenuPlace) => void;
};

export const ListContext = createContext<ListTools | null>(null);

export function useList(): ListTools {
  const tools = useContext(ListContext);
  if (!tools) throw new Error("useList outside a list");
  return tools;
}

export const canWrite = (board: ViewBoard | undefined): boolean =>
  board?.role === "admin" || board?.role === "member" || board?.role === "owner";

export const cardAddress = ({ board_id, id }: ViewCard): string => `/b/${board_id}/c/${id}`;
