import { useLingui } from "@lingui/react/macro";
import { usePresentOn } from "../../sync/hooks";
import { Faces } from "../cards/Faces";
import { FollowBar } from "./FollowBar";
import { useFollowing } from "./following";
import "./Presence.css";

/** In the head of an open card: who else has it open, and whom the page follows. */
export function SheetCompany({ cardId }: { cardId: string }) {
  const { t } = useLingui();
  const ids = usePresentOn(cardId);
  const { person } = useFollowing();
  return (
    <>
      {person ? <FollowBar className="follow-bar--head" /> : null}
      {ids.length > 0 ? (
        // biome-ignore lint/a11y/useSemanticElements: faces are no form
        <span className="sheet-company" role="group" aria-label={t`Also on this task`}>
          <Faces ids={ids} />
        </span>
      ) : null}
    </>
  );
}
