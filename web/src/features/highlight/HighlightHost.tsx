import { useCallback, useEffect } from "react";
import { useBoard } from "../boards/boardTools";
// What the columns show comes in one go with the rest.
import "./ColumnMatches";
import "./EdgeArrows";
import { HighlightChip } from "./HighlightChip";
import "./highlight.css";
import { useHighlightCommands } from "./useHighlightCommands";
import { usePicking } from "./usePicking";
import { useUnseen } from "./useUnseen";
import { useWish } from "./useWish";
import type { Wish } from "./wishes";

/** Stands on the board while something is wished for. */
export function HighlightHost() {
  const { highlight } = useBoard();
  const [wish, setWish] = useWish(highlight);
  useEffect(() => {
    // What this version does not understand is no wish.
    if (!wish) setWish(null);
  }, [wish, setWish]);
  return wish ? <Shining wish={wish} setWish={setWish} /> : null;
}

function Shining({ wish, setWish }: { wish: Wish; setWish: (wish: Wish | null) => void }) {
  usePicking(wish);
  useHighlightCommands(wish, setWish);
  useUnseen(
    wish.isAlone,
    useCallback(() => setWish({ ...wish, isAlone: false }), [wish, setWish]),
  );
  return <HighlightChip wish={wish} onEnd={() => setWish(null)} />;
}
