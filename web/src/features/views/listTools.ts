import { createContext, useContext } from "react";
import type { RowDrag } from "./rowDragStore";
import type { Reader } from "./useReader";
import type { ViewActs } from "./useViewActs";
import type { ViewBoard, ViewCard } from "./viewData";

/** Which of a row's menus is open, and beside what. */
export type RowMenuPlace = { card: ViewCard; anchor: HTMLElement; kind: "acts" | "status" | "priority" | "due" };

/** What is done with rows, with all that is known now: for menus, keys and drags. */
export type ListTools = {
  view: string;
  boards: Readonly<Record<string, ViewBoard>>;
  reader: Reader;
  acts: ViewActs;
  drag: RowDrag;
  openCard: (card: ViewCard) => void;
  showMenu: (place: RowMenuPlace) => void;
};

/** What all rows share. It hardly ever changes, as hundreds of rows are drawn again when it does. */
export type RowTools = Pick<ListTools, "view" | "openCard" | "showMenu"> & {
  zone: string;
  locale: string;
  complete: (card: ViewCard) => void;
};

export const RowContext = createContext<RowTools | null>(null);

export function useRowTools(): RowTools {
  const tools = useContext(RowContext);
  if (!tools) throw new Error("useRowTools outside a list");
  return tools;
}

export const canWrite = (board: ViewBoard | undefined): boolean => board?.role === "admin" || board?.role === "member";

export const cardAddress = ({ board_id, id }: ViewCard): string => `/b/${board_id}/c/${id}`;
