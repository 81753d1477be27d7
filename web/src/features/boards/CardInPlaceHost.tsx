import { useNavigate, useSearch } from "@tanstack/react-router";
import { Suspense, useCallback } from "react";
import { late } from "../../ui/late";
import type { PlacedCard } from "./neighbours";
import { PlaceContext } from "./place";
import { useAddressPlace } from "./useAddressPlace";

const CardInPlace = late(() => import("./CardInPlace").then((module) => ({ default: module.CardInPlace })));

type Search = { card?: string | undefined; board?: string | undefined; tab?: string | undefined };

/** Opens a card over the page one is on: its address gets `?card=ID&board=ID`, and *back* closes it. */
export function useOpenInPlace(): (card: PlacedCard, tab?: string) => void {
  const navigate = useNavigate();
  return useCallback(
    ({ id: card, board_id: board }, tab) => {
      const search = (old: Search) => ({ ...old, card, board, tab });
      void navigate({ to: ".", search, resetScroll: false });
    },
    [navigate],
  );
}

/** The card that the page's address names, laid over the page. One line in a page is all it needs. */
export function CardInPlaceHost({ list }: { list?: readonly PlacedCard[] | undefined }) {
  const { card, board } = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const place = useAddressPlace();
  const close = useCallback(() => {
    const search = (old: Search) => ({ ...old, card: undefined, board: undefined, tab: undefined });
    void navigate({ to: ".", search, resetScroll: false });
  }, [navigate]);
  const openOther = useCallback(
    ({ id, board_id }: PlacedCard) => {
      const search = (old: Search) => ({ ...old, card: id, board: board_id });
      void navigate({ to: ".", search, replace: true, resetScroll: false });
    },
    [navigate],
  );
  if (!card || !board) return null;
  return (
    <PlaceContext value={place}>
      <Suspense>
        <CardInPlace boardId={board} cardId={card} list={list} onClose={close} onOpenCard={openOther} />
      </Suspense>
    </PlaceContext>
  );
}
