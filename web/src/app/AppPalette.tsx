import { OpenBoards } from "../features/finding/OpenBoards";
import { knownHome, refreshHome } from "../features/home/homeData";
import { getSession } from "../features/people/session";
import { loadDialog } from "../ui/Dialog";
import { useAppCommands } from "./useAppCommands";

/** *Open boards*, with the commands that work on every page. They are needed only where they can be found, so they come with it. */
export function AppPalette() {
  useAppCommands();
  return <OpenBoards />;
}

/** What the first opening would wait for, asked for when the page has nothing else to do. */
export async function warmUp(): Promise<void> {
  await loadDialog();
  if (getSession().state === "signed-in" && !knownHome()) await refreshHome();
}
