import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { EmptyState } from "../../ui/EmptyState";

/** The board cannot be read: it never was, is no more, or the access has ended. */
export function BoardGone({ code }: { code: string | undefined }) {
  const { t } = useLingui();
  const isLost = code === "lost_access";
  return (
    <div className="board-state">
      <EmptyState
        level={1}
        icon="lock"
        title={isLost ? t`You are no longer on this board` : t`This board does not exist, or you may not see it`}
        action={
          <Link to="/" className="button button--primary button--medium">
            {t`Go to my boards`}
          </Link>
        }
      >
        {isLost
          ? t`Somebody took you off it, or closed its link. A board admin can let you in again.`
          : t`Check the address, or ask somebody on the board to invite you.`}
      </EmptyState>
    </div>
  );
}
