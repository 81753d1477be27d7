import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { uuid7 } from "../../kits/idkit";
import { store, useSync } from "../../sync/hooks";
import { announce } from "../../ui/announce";
import { toasts } from "../../ui/toasts";
import { useBoard } from "../boards/boardTools";
import { type Neighbours, neighboursAt } from "../cards/drag/slots";

export type ItemActs = {
  tick: (itemId: string, isDone: boolean) => void;
  rename: (itemId: string, text: string) => void;
  move: (itemId: string, place: Neighbours) => void;
  /** One place up (-1) or down (1) among the items on the screen. */
  step: (itemId: string, by: -1 | 1, shown: readonly string[]) => void;
  remove: (itemId: string) => void;
  makeCard: (itemId: string) => void;
};

const MOST_LETTERS = 60;

/** What lines, keys and the menu all do with an item. */
export function useItemActs(): ItemActs {
  const { t } = useLingui();
  const sync = useSync();
  const { openCard } = useBoard();
  return useMemo(() => {
    const wordsOf = (itemId: string) => {
      const text = store.read("checklist_items", itemId)?.text ?? "";
      return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
    };
    const move: ItemActs["move"] = (itemId, place) =>
      void sync.send("checklist.move", { item_ids: [itemId], ...place });
    return {
      tick: (itemId, done) => void sync.send("checklist.set_done", { item_ids: [itemId], done }),
      rename: (itemId, text) => void sync.send("checklist.rename", { item_id: itemId, text }),
      move,
      step: (itemId, by, shown) => {
        const place = shown.indexOf(itemId) + by;
        if (place < 0 || place >= shown.length) return;
        move(itemId, neighboursAt(shown, itemId, place));
        const [words, now, all] = [wordsOf(itemId), place + 1, shown.length];
        announce(t`“${words}” is now item ${now} of ${all}.`, "assertive");
      },
      remove: (itemId) => {
        const words = wordsOf(itemId);
        const group = uuid7();
        void sync.send("checklist.remove", { item_ids: [itemId] }, { group });
        const undo = { label: t`Undo`, run: () => sync.undo(group) };
        toasts.add({ kind: "done", text: t`“${words}” is off the checklist.`, action: undo });
      },
      makeCard: (itemId) => {
        const words = wordsOf(itemId);
        const cardId = uuid7();
        void sync.send("checklist.make_card", { item_id: itemId, card_id: cardId });
        // A guess that foresees a refusal shows nothing, and the refusal says why.
        if (!store.read("cards", cardId)) return;
        const open = { label: t`Open`, run: () => openCard(cardId) };
        toasts.add({ kind: "done", text: t`“${words}” is a task of its own now.`, action: open });
      },
    };
  }, [t, sync, openCard]);
}
