import { Suspense } from "react";
import { useScope } from "../../sync/hooks";
import { late } from "../../ui/late";
import { useBoard } from "../boards/boardTools";

const FileDrops = late(() => import("./FileDrops").then((module) => ({ default: module.FileDrops })));

/** Keeps at hand how much hangs on which card, for those who may see it, and takes files that are dropped on the board. */
export function FilesWatch() {
  const { boardId, rights } = useBoard();
  useScope(rights.isKnown && rights.canReadFiles ? `files:${boardId}` : null);
  return <Suspense>{rights.isKnown && rights.canWrite ? <FileDrops /> : null}</Suspense>;
}
