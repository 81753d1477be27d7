import { loadDialog } from "./Dialog";
import { loadMenu } from "./Menu";
import { loadPopover } from "./Popover";

/** The page's own scripts and data come first; who clicks earlier waits for one fetch. */
const AFTER_MS = 1500;

/** Fetches menus, popovers and dialogs once the page stands, so that the first click finds them here. */
export function fetchOverlaysWhenIdle(): void {
  const fetchAll = () => void Promise.all([loadMenu(), loadPopover(), loadDialog()]).catch(() => undefined);
  setTimeout(() => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(fetchAll, { timeout: 5000 });
    else fetchAll();
  }, AFTER_MS);
}
