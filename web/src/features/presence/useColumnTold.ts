import { useEffect } from "react";
import { useSync } from "../../sync/hooks";
import { usePlace } from "../boards/place";
import { columnInSight } from "./columnInSight";

const SETTLED_MS = 200;

/** Tells the others which column one looks at, whenever the board comes to rest; looked at by dates it has none. */
export function useColumnTold(boardId: string): void {
  const sync = useSync();
  const { plan } = usePlace();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => sync.look(boardId, plan ? null : columnInSight());
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
  }, [sync, boardId, plan]);
}
