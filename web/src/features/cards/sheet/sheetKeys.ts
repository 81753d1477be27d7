/** Where keys belong to what has the focus: texts, lists, tabs. */
const BUSY =
  "input, textarea, select, [contenteditable=true], [role=menu], [role=listbox], [role=radiogroup], [role=tablist], [aria-haspopup=listbox]";

/** Is this bare key meant for the open card itself, because nothing is being written or chosen? */
export function isForTheSheet(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return false;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
  return !(event.target instanceof Element && event.target.closest(BUSY));
}
