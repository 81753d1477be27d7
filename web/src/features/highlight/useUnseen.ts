import { useLingui } from "@lingui/react/macro";
import { useEffect } from "react";
import { useSync } from "../../sync/hooks";
import { toasts } from "../../ui/toasts";
import { useBoard } from "../boards/boardTools";

const FRESH_MS = 5000;

/** While only matches are shown, a task one adds may not be there to see: it says so, and shows the others when asked. */
export function useUnseen(isAlone: boolean, showAll: () => void): void {
  const { t } = useLingui();
  const sync = useSync();
  const { boardId, personId, highlight } = useBoard();
  useEffect(() => {
    if (!isAlone) return;
    const look = (ids: readonly string[]) => {
      const isUnseen = (id: string) => {
        const card = sync.store.read("cards", id);
        const isOwn = card?.board_id === boardId && card.created_by === personId;
        return isOwn && sync.serverNow() - card.created_at < FRESH_MS && highlight.of(id) === "off";
      };
      if (!ids.some(isUnseen)) return;
      const action = { label: t`Show the other tasks too`, run: showAll };
      toasts.add({ text: t`The new task is added. It is not among the matches.`, action });
    };
    return sync.store.follow("cards", look);
  }, [t, sync, boardId, personId, highlight, isAlone, showAll]);
}
