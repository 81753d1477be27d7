import { useEffect } from "react";
import { useSync } from "../../sync/hooks";
import { columnInSight } from "./columnInSight";

const SETTLED_MS = 200;

/** Tells the others which column one looks at, whenever the board comes to rest. */
export function useColumnTold(boardId: string): void {
  const sync = useSync();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => sync.look(boardId, columnInSight());
    const onScroll = ({ target }: Event) => {
      if (!(target instanceof Element && target.matches(".board"))) return;
      clearTimeout(timer);
      timer = setTimeout(look, SETTLED_MS);
    };
    look();
    addEventListener("scroll", onScroll, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      removeEventListener("scroll", onScroll, { capture: true });
    };
  }, [sync, boardId]);
}
