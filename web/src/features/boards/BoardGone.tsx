import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useCallback } from "react";
import { useSync } from "../../sync/hooks";
import { EmptyState } from "../../ui/EmptyState";
import { useLive } from "../views/useLive";

/** The board cannot be read: it never was, is no more, or the access has ended. It comes by itself when that is over. */
export function BoardGone({ boardId, code }: { boardId: string; code: string | undefined }) {
  const { t } = useLingui();
  const { scopes } = useSync();
  useLive(
    useCallback(() => {
      if (document.visibilityState === "visible") void scopes.again(`board:${boardId}`);
    }, [scopes, boardId]),
  );
  const isLost = code === "lost_access";
  return (
    <div className="board-state">
      <EmptyState
        level={1}
        icon="lock"
        title={isLost ? t`This board is no longer open to you` : t`This board does not exist, or you may not see it`}
        action={
          <Link to="/" className="button button--primary button--medium">
            {t`Go to my boards`}
          </Link>
        }
      >
        {isLost
          ? t`It is in the trash, somebody took you off it, or its link was closed. A board admin can open it to you again.`
          : t`Check the address, or ask somebody on the board to invite you.`}
      </EmptyState>
    </div>
  );
}
