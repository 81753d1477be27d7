import { useBoard } from "../boards/boardTools";
import { useSeeing } from "../marks/useSeeing";
import { Shelf } from "./Shelf";

/** What hangs on the board itself: for the whole team, apart from single tasks. */
export function BoardFilesPanel(_props: { onClose: () => void }) {
  const { boardId, rights } = useBoard();
  useSeeing(boardId, "files");
  return (
    <div className="shelf-panel" data-files-of={boardId}>
      <Shelf subject={{ kind: "board", id: boardId }} isFrozen={!rights.canWrite} />
    </div>
  );
}
