import { useBoard } from "../boards/boardTools";
import { Shelf } from "./Shelf";

/** What hangs on the board itself: for the whole team, apart from single tasks. */
export function BoardFilesPanel(_props: { onClose: () => void }) {
  const { boardId, rights } = useBoard();
  return (
    <div className="shelf-panel" data-files-of={boardId}>
      <Shelf subject={{ kind: "board", id: boardId }} isFrozen={!rights.canWrite} />
    </div>
  );
}
