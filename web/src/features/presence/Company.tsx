import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import type { PresenceState } from "../../sync/presence";
import { FramePlace } from "../../ui/Frame";
import { useBoard } from "../boards/boardTools";
import { Crowd } from "./Crowd";
import { FaceMenu } from "./FaceMenu";
import { FollowBar } from "./FollowBar";
import { useFollowing } from "./following";
import "./Presence.css";
import { useColumnTold } from "./useColumnTold";
import { type OpenCard, useFollow } from "./useFollow";
import { useFollowCommands } from "./useFollowCommands";

const MOST_FACES = 4;

export type CompanyProps = { state: PresenceState; cardId: string | null; onOpenCard: OpenCard };

/** Who else is on the board: their faces in the bar, and going where one of them goes. */
export function Company({ state, cardId, onOpenCard }: CompanyProps) {
  const { t } = useLingui();
  const board = useBoard();
  const { person: followed } = useFollowing();
  const { personId } = board;
  const others = useMemo(() => state.people.filter((one) => one.id !== personId), [state, personId]);
  // Whom one follows stays in sight.
  const faces = useMemo(
    () => others.toSorted((a, b) => Number(b.id === followed) - Number(a.id === followed)),
    [others, followed],
  );
  useColumnTold(board.boardId);
  useFollow({ board, others, cardId, onOpenCard });
  useFollowCommands(others);
  const unnamed = Math.max(0, state.count - state.people.length);
  return (
    <>
      <FramePlace name="presence">
        {/* biome-ignore lint/a11y/useSemanticElements: faces in the bar are no form */}
        <span className="avatar-stack company" role="group" aria-label={t`Also here`}>
          {faces.slice(0, MOST_FACES).map((one) => (
            <FaceMenu key={one.id} present={one} isFollowed={one.id === followed} />
          ))}
          {faces.length > MOST_FACES || unnamed > 0 ? (
            <Crowd people={faces.slice(MOST_FACES)} unnamed={unnamed} />
          ) : null}
        </span>
      </FramePlace>
      <FramePlace name="notice">{followed ? <FollowBar className="follow-bar--line" /> : null}</FramePlace>
    </>
  );
}
