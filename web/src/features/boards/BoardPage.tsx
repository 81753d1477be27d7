import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import "../cards/guesses/registered";
import { usePersonIfAny } from "../people/session";
import { BoardScreen } from "./BoardScreen";
import "./guesses/registered";

/** `/b/BOARD` and `/b/BOARD/c/CARD`: the address says which card is open, so *back* closes it. */
export function BoardPage() {
  const { boardId = "", cardId = null } = useParams({ strict: false }) as { boardId?: string; cardId?: string };
  const search = useSearch({ strict: false }) as { link?: string };
  const navigate = useNavigate();
  const person = usePersonIfAny();
  const link = search.link;
  const openCard = useCallback(
    (next: string | null, isReplacing = false) => {
      const kept = link ? { link } : {};
      if (next) {
        void navigate({
          to: "/b/$boardId/c/$cardId",
          params: { boardId, cardId: next },
          search: kept,
          replace: isReplacing,
        });
      } else void navigate({ to: "/b/$boardId", params: { boardId }, search: kept });
    },
    [navigate, boardId, link],
  );
  return (
    <BoardScreen key={boardId} boardId={boardId} cardId={cardId} person={person} link={link} onOpenCard={openCard} />
  );
}
