import { loadDialog } from "./Dialog";
import { loadMenu } from "./Menu";
import { loadPopover } from "./Popover";

/** Fetches menus, popovers and dialogs once the page stands, so that the first click finds them here. */
export function fetchOverlaysWhenIdle(): void {
  const fetchAll = () => void Promise.all([loadMenu(), loadPopover(), loadDialog()]).catch(() => undefined);
  if ("requestIdleCallback" in globalThis) requestIdleCallback(fetchAll, { timeout: 5000 });
  else setTimeout(fetchAll, 2000);
}
