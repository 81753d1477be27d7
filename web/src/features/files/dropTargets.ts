import { store } from "../../sync/hooks";
import type { Subject } from "./uploads/upload";

export type DropTarget = { subject: Subject; element: HTMLElement; name: string };

/** What files would hang on if they were dropped here: an open card, a card's face, the board's own panel; null where nothing takes them. */
export function dropTargetAt(at: EventTarget | null, boardId: string): DropTarget | null {
  const element = at instanceof Element ? at.closest<HTMLElement>("[data-files-of], [data-card]") : null;
  const id = element?.dataset.filesOf ?? element?.dataset.card;
  if (!element || !id) return null;
  if (id === boardId) {
    const board = store.read("boards", id);
    return board ? { subject: { kind: "board", id }, element, name: board.name } : null;
  }
  const card = store.read("cards", id);
  const isOpen = card && store.read("columns", card.column_id)?.kind === "normal";
  return isOpen ? { subject: { kind: "card", id }, element, name: card.title } : null;
}
