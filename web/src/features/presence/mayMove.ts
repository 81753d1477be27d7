import type { BoardTools } from "../boards/boardTools";

const FIELDS = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true]";
/** Texts that another card would cover or take away; the title alone stands in its field also while nobody writes. */
const OPEN_TEXTS =
  ".sheet textarea:not(.sheet__title), .sheet [contenteditable=true], .add-cards textarea, .add-cards input";
/** Menus and dialogs other than the open card. */
const BUSY = "[role=menu], [role=listbox], [role=alertdialog], .dialog:not(.dialog--sheet), .popover";

/** May the page go elsewhere without taking anything from the person's hands: a field, an unsaved text, a drag, an open menu? */
export function mayMove({ drag, columnDrag }: Pick<BoardTools, "drag" | "columnDrag">): boolean {
  if (drag.state || columnDrag.state) return false;
  if (document.activeElement?.closest(FIELDS)) return false;
  if (document.querySelector(BUSY)) return false;
  return ![...document.querySelectorAll(OPEN_TEXTS)].some(hasText);
}

function hasText(field: Element): boolean {
  const text = "value" in field ? String(field.value) : field.textContent;
  return (text ?? "").trim() !== "";
}
