import { lazy, Suspense } from "react";
import { useScope } from "../../sync/hooks";
import { useBoard } from "../boards/boardTools";

const FileDrops = lazy(() => import("./FileDrops").then((module) => ({ default: module.FileDrops })));

/** Keeps at hand how much hangs on which card, for those who may see it, and takes files that are dropped on the board. */
export function FilesWatch() {
  const { boardId, personId, rights } = useBoard();
  const team = useScope(personId ? `team:${boardId}` : null).state;
  // Until the team is known a role is only assumed; to ask for what one may not read is an error in the browser's eyes.
  const isKnown = !personId || team === "ready" || team === "gone";
  useScope(isKnown && rights.canReadFiles ? `files:${boardId}` : null);
  return <Suspense>{isKnown && rights.canWrite ? <FileDrops /> : null}</Suspense>;
}
