import { useEffect } from "react";
import { useConnection, useTable } from "../../sync/hooks";
import { onMoved } from "../../sync/moved";

/** Calls `look` when the reader has seen something, here or elsewhere; needs the person's scope open. */
export function useSeen(look: () => void): void {
  const cards = useTable("card_seen");
  const boards = useTable("board_seen");
  const talks = useTable("talk_seen");
  useEffect(look, [look, cards, boards, talks]);
}

/** Calls `look` whenever what is spread over many boards may have changed: told by the server, done here, back from elsewhere. */
export function useLive(look: () => void): void {
  const { state, pending } = useConnection();
  const isSettled = pending === 0;
  useEffect(() => {
    if (state === "online" && isSettled) look();
  }, [state, isSettled, look]);
  useEffect(() => {
    look();
    const stop = onMoved(look);
    const events = [
      [window, "focus"],
      [window, "online"],
      [document, "visibilitychange"],
    ] as const;
    for (const [target, name] of events) target.addEventListener(name, look);
    return () => {
      stop();
      for (const [target, name] of events) target.removeEventListener(name, look);
    };
  }, [look]);
}
