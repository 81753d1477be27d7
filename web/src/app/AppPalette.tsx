import { OpenBoards } from "../features/finding/OpenBoards";
import { useAppCommands } from "./useAppCommands";

/** *Open boards*, with the commands that work on every page. They are needed only where they can be found, so they come with it. */
export function AppPalette() {
  useAppCommands();
  return <OpenBoards />;
}
