import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import type { CardRow } from "../../contracts/rows";
import { uuid7 } from "../../kits/idkit";
import { store, useSync } from "../../sync/hooks";
import { confirm } from "../../ui/confirm";
import { toasts } from "../../ui/toasts";
import type { BoardTools } from "../boards/boardTools";

export type CardActs = {
  complete: (card: CardRow) => void;
  remove: (card: CardRow) => void;
  restore: (card: CardRow) => void;
  purge: (card: CardRow) => Promise<boolean>;
  copyLink: (cardId: string) => Promise<void>;
};

/** What menus, keys and the sheet all do with a card. */
export function useCardActs(board: Pick<BoardTools, "boardId" | "cardAddress" | "moveCard" | "focus">): CardActs {
  const { t } = useLingui();
  const sync = useSync();
  const { boardId, cardAddress, moveCard, focus } = board;
  return useMemo(() => {
    const columnOf = (kind: string) =>
      store.order("columns", boardId).find((id) => store.read("columns", id)?.kind === kind);
    // Its own act, also when something else was done since.
    const undoing = (group: string) => ({ label: t`Undo`, run: () => sync.undo(group) });
    return {
      complete: (card) => {
        const columnId = columnOf("completed");
        if (!columnId) return;
        const group = uuid7();
        moveCard({ cardId: card.id, columnId, after: null, before: store.order("cards", columnId)[0] ?? null }, group);
        const title = short(card.title);
        toasts.add({ kind: "done", text: t`“${title}” is completed.`, action: undoing(group) });
      },
      remove: (card) => {
        const ids = store.order("cards", card.column_id);
        const at = ids.indexOf(card.id);
        const next = ids[at + 1] ?? ids[at - 1];
        if (focus.current === card.id && next) focus.want(next);
        const group = uuid7();
        void sync.send("card.delete", { card_ids: [card.id] }, { group });
        const title = short(card.title);
        toasts.add({ kind: "done", text: t`“${title}” is in Deleted.`, action: undoing(group) });
      },
      restore: (card) => void sync.send("card.restore", { card_ids: [card.id] }),
      purge: async (card) => {
        const title = short(card.title);
        const isSure = await confirm({
          title: t`Delete for ever?`,
          body: t`“${title}” is deleted with all it holds. Nothing brings it back.`,
          confirmLabel: t`Delete for ever`,
          isDanger: true,
        });
        if (isSure) void sync.send("card.purge", { card_ids: [card.id] });
        return isSure;
      },
      copyLink: async (cardId) => {
        try {
          await navigator.clipboard.writeText(new URL(cardAddress(cardId), location.href).href);
          toasts.add({ kind: "done", text: t`The link is copied.` });
        } catch {
          toasts.add({
            kind: "error",
            text: t`The browser does not let this page copy. Copy the address of the open task instead.`,
          });
        }
      },
    };
  }, [t, sync, boardId, cardAddress, moveCard, focus]);
}

const MOST_LETTERS = 60;
const short = (title: string) => (title.length > MOST_LETTERS ? `${title.slice(0, MOST_LETTERS)}…` : title);
