import { useLingui } from "@lingui/react/macro";
import { useCallback, useEffect, useRef } from "react";
import { store, useSync } from "../../sync/hooks";
import type { Present } from "../../sync/presence";
import { announce } from "../../ui/announce";
import type { BoardTools } from "../boards/boardTools";
import { goToColumn } from "./columnInSight";
import { follow, setWaiting, useFollowing } from "./following";
import { mayMove } from "./mayMove";
import { useOwnWays } from "./useOwnWays";

/** While something is in hand, the page looks again so often whether it still is. */
const LOOK_AGAIN_MS = 400;
/** Scrolling on somebody's heels takes no longer. */
const SCROLL_MS = 1_200;

export type OpenCard = (cardId: string | null, isReplacing?: boolean) => void;

type FollowProps = { board: BoardTools; others: readonly Present[]; cardId: string | null; onOpenCard: OpenCard };

/** The page goes where the followed person goes, until something one does oneself leads elsewhere. */
export function useFollow({ board, others, cardId, onOpenCard }: FollowProps): void {
  const { t } = useLingui();
  const { directory } = useSync();
  const { person } = useFollowing();
  const target = person ? others.find((one) => one.id === person) : undefined;
  const isThere = target !== undefined;
  const card = target?.card ?? null;
  const column = target?.column ?? null;
  const name = (person && directory.get(person)?.name) || "";
  const asked = useAsked(person, cardId);
  const scrolling = useRef(0);

  const end = useCallback(() => {
    follow(null);
    announce(t`No longer following ${name}`);
  }, [t, name]);
  useOwnWays(cardId, person, asked.isOwn, scrolling, end);
  useEffect(() => {
    if (!person || isThere) return;
    follow(null);
    announce(t`${name} has left the board`);
  }, [person, isThere, name, t]);
  useEffect(() => () => follow(null), []);

  useEffect(() => {
    if (!isThere) return;
    /** False while it has to wait. */
    const go = () => {
      const title = card && store.read("cards", card)?.title;
      const isElsewhere = card !== asked.latest() && title !== undefined;
      if (!isElsewhere && (card || !column)) return true;
      if (!mayMove(board)) return false;
      if (isElsewhere) {
        asked.add(card);
        onOpenCard(card, true);
        announce(title ? t`${name} opened “${title}”` : t`${name} is back on the board`);
      } else if (column) {
        scrolling.current = Date.now() + SCROLL_MS;
        goToColumn(column, board.columnIds());
      }
      return true;
    };
    if (go()) return;
    const timer = setInterval(() => {
      const isDone = go();
      if (isDone) clearInterval(timer);
      setWaiting(!isDone);
    }, LOOK_AGAIN_MS);
    return () => {
      clearInterval(timer);
      setWaiting(false);
    };
  }, [isThere, card, column, asked, board, onOpenCard, name, t]);
}

/** Which cards following has opened. Addresses change a moment after they are asked for; any other card was opened by the person. */
function useAsked(person: string | null, cardId: string | null) {
  const state = useRef({ person, latest: cardId, all: new Set([cardId]) });
  if (state.current.person !== person) state.current = { person, latest: cardId, all: new Set([cardId]) };
  const acts = useRef({
    latest: () => state.current.latest,
    add: (card: string | null) => {
      state.current.latest = card;
      state.current.all.add(card);
    },
    isOwn: (shown: string | null) => {
      const { all, latest } = state.current;
      if (shown === latest) state.current.all = new Set([latest]);
      return !all.has(shown);
    },
  });
  return acts.current;
}
