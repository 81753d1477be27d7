import { lazy } from "react";
import { oncePageStands } from "./standing";

/** How long to wait for what did not come, each time; after the last it is an error. */
const PAUSES_MS = [1_000, 2_000, 5_000, 10_000, 20_000];

/**
 * React's `lazy` for parts of a page: while a script does not come, its place stays empty and the page stands. `lazy` alone would take the
 * whole page down, for a mark on a card as for a dialog. What the page begins with is asked for when its content is seen.
 */
export const late: typeof lazy = (load) => lazy(() => oncePageStands(() => comesAtLast(load)));

/** What `load` gives, asked for again after a while, or once there is a network again. Raises its last error. */
export async function comesAtLast<T>(load: () => Promise<T>, pauses: readonly number[] = PAUSES_MS): Promise<T> {
  for (const pause of pauses) {
    try {
      return await load();
    } catch {
      await (navigator.onLine ? new Promise((go) => setTimeout(go, pause)) : online());
    }
  }
  return load();
}

function online(): Promise<void> {
  return new Promise((go) => addEventListener("online", () => go(), { once: true }));
}
