import { useScope } from "../../sync/hooks";
import { useBoard } from "../boards/boardTools";

/** Keeps the board's talks at hand, for those who may read them: how much is said on which card. A component of its own, so that the board does not render for it. */
export function TalkWatch() {
  const { boardId, personId, rights } = useBoard();
  const team = useScope(personId ? `team:${boardId}` : null).state;
  // Until the team is known a role is only assumed; to ask for what one may not read is an error in the browser's eyes.
  const isKnown = !personId || team === "ready" || team === "gone";
  useScope(isKnown && rights.canReadChat ? `talk:${boardId}` : null);
  return null;
}
