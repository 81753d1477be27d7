import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import "../cards/guesses/registered";
import "../chat/guesses/registered";
import "../checklist/guesses/registered";
import "../files/guesses/registered";
import { usePersonIfAny } from "../people/session";
import { BoardScreen } from "./BoardScreen";
import "./guesses/registered";
import { PlaceContext } from "./place";
import { useAddressPlace } from "./useAddressPlace";

type Search = {
  link?: string | undefined;
  tab?: string | undefined;
  panel?: string | undefined;
  plan?: string | undefined;
};

/** `/b/BOARD` and `/b/BOARD/c/CARD`: the address says which card is open, and which tab, panel or settings; *back* closes them. */
export function BoardPage() {
  const { boardId = "", cardId = null } = useParams({ strict: false }) as { boardId?: string; cardId?: string };
  const { link } = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const person = usePersonIfAny();
  const openCard = useCallback(
    (next: string | null, isReplacing = false) => {
      // The tab is kept from card to card; a card opened from the board starts with its details.
      const search = ({ link, panel, plan, tab }: Search) => ({
        link,
        panel,
        plan,
        tab: isReplacing ? tab : undefined,
      });
      if (next)
        void navigate({ to: "/b/$boardId/c/$cardId", params: { boardId, cardId: next }, search, replace: isReplacing });
      else void navigate({ to: "/b/$boardId", params: { boardId }, search, replace: isReplacing });
    },
    [navigate, boardId],
  );
  const place = useAddressPlace();
  return (
    <PlaceContext value={place}>
      <BoardScreen key={boardId} boardId={boardId} cardId={cardId} person={person} link={link} onOpenCard={openCard} />
    </PlaceContext>
  );
}
