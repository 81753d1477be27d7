import { useScope } from "../../sync/hooks";
import { useBoard } from "../boards/boardTools";

/** Keeps the board's talks at hand, for those who may read them: how much is said on which card. A component of its own, so that the board does not render for it. */
export function TalkWatch() {
  const { boardId, rights } = useBoard();
  useScope(rights.isKnown && rights.canReadChat ? `talk:${boardId}` : null);
  return null;
}
