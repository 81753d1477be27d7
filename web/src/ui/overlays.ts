import { loadDialog } from "./Dialog";
import { loadMenu } from "./Menu";
import { loadPopover } from "./Popover";

/** The page's own scripts and data come first; who clicks earlier waits for one fetch. */
const AFTER_MS = 1500;
const AGAIN_MS = 500;
const MOST_WAITS = 20;

/** Fetches what is not needed yet once the page stands: while skeletons stand in for its own, it waits a little longer. */
export function whenIdle(fetchIt: () => Promise<unknown>): void {
  const fetchQuietly = () => void fetchIt().catch(() => undefined);
  let waits = 0;
  const look = () => {
    if (document.querySelector(".skeleton") && ++waits < MOST_WAITS) return void setTimeout(look, AGAIN_MS);
    if ("requestIdleCallback" in globalThis) requestIdleCallback(fetchQuietly, { timeout: 5000 });
    else fetchQuietly();
  };
  setTimeout(look, AFTER_MS);
}

/** Menus, popovers and dialogs, so that the first click finds them here. */
export const fetchOverlaysWhenIdle = (): void => whenIdle(() => Promise.all([loadMenu(), loadPopover(), loadDialog()]));
