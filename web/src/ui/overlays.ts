import { loadDialog } from "./Dialog";
import { loadMenu } from "./Menu";
import { loadPopover } from "./Popover";

/** The page's own scripts and data come first; who clicks earlier waits for one fetch. */
const AFTER_MS = 1500;

/** Fetches what is not needed yet once the page stands. */
export function whenIdle(fetchIt: () => Promise<unknown>): void {
  const fetchQuietly = () => void fetchIt().catch(() => undefined);
  setTimeout(() => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(fetchQuietly, { timeout: 5000 });
    else fetchQuietly();
  }, AFTER_MS);
}

/** Menus, popovers and dialogs, so that the first click finds them here. */
export const fetchOverlaysWhenIdle = (): void => whenIdle(() => Promise.all([loadMenu(), loadPopover(), loadDialog()]));
