import { createContext, useContext } from "react";
import type { ChangeMarks } from "../boards/changeMarks";
import type { ItemActs } from "./useItemActs";

/** The controls of a line, each of which may have the focus. */
export type ItemPart = "tick" | "text" | "due" | "people" | "menu";
/** What one line opens: its menu, or one of the pickers. */
export type ItemPanelKind = "menu" | "due" | "people";

/** What the lines of one checklist share; it does not change while the tab is open, so lines render by their own rows only. */
export type ChecklistTools = {
  acts: ItemActs;
  marks: ChangeMarks;
  /** The line whose text is edited, or none. */
  edit: (itemId: string | null) => void;
  /** Where the focus goes once the lines are drawn. */
  focus: (itemId: string, part: ItemPart) => void;
  /** The same for the line beside one that goes. */
  focusNext: (itemId: string, part: ItemPart) => void;
  open: (itemId: string, kind: ItemPanelKind, anchor: HTMLElement) => void;
};

export const ChecklistContext = createContext<ChecklistTools | null>(null);

export function useChecklist(): ChecklistTools {
  const tools = useContext(ChecklistContext);
  if (!tools) throw new Error("useChecklist outside a checklist");
  return tools;
}
