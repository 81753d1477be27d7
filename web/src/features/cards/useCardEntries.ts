import { useLingui } from "@lingui/react/macro";
import type { CardRow } from "../../contracts/rows";
import { store, useRow } from "../../sync/hooks";
import type { MenuEntry } from "../../ui/Menu";
import { useBoard } from "../boards/boardTools";
import { useCardActs } from "./useCardActs";

/** What can be done with a card, by where it stands and by what one may. */
export function useCardEntries(card: CardRow): MenuEntry[] {
  const { t } = useLingui();
  const board = useBoard();
  const acts = useCardActs(board);
  const column = useRow("columns", card.column_id);
  const kind = column?.kind ?? "normal";
  const { canWrite, canManage } = board.rights;
  const entries: (MenuEntry | false)[] = [
    { id: "open", label: t`Open`, icon: "sidebar", keys: "enter", run: () => board.openCard(card.id) },
    { id: "link", label: t`Copy link`, icon: "link", run: () => void acts.copyLink(card.id) },
    canWrite &&
      kind === "deleted" && { id: "restore", label: t`Restore`, icon: "restore", run: () => acts.restore(card) },
    canWrite &&
      kind !== "deleted" && {
        id: "move",
        label: t`Move to…`,
        icon: "move",
        keys: "m",
        run: () => board.showMoveCard(card.id),
      },
    canWrite &&
      kind === "normal" && { id: "top", label: t`Move to the top`, icon: "chevronUp", run: () => toEnd(card, "top") },
    canWrite &&
      kind === "normal" && {
        id: "bottom",
        label: t`Move to the bottom`,
        icon: "chevronDown",
        run: () => toEnd(card, "bottom"),
      },
    canWrite &&
      kind === "normal" && { id: "complete", label: t`Complete`, icon: "check", run: () => acts.complete(card) },
    canWrite &&
      kind !== "deleted" && {
        id: "delete",
        label: t`Delete`,
        icon: "trash",
        keys: "delete",
        isDanger: true,
        run: () => acts.remove(card),
      },
    canManage &&
      kind === "deleted" && {
        id: "purge",
        label: t`Delete for ever…`,
        icon: "trash",
        isDanger: true,
        run: () => void acts.purge(card),
      },
  ];
  return entries.filter((entry) => entry !== false);

  function toEnd({ id, column_id }: CardRow, end: "top" | "bottom"): void {
    const others = store.order("cards", column_id).filter((one) => one !== id);
    const place =
      end === "top" ? { after: null, before: others[0] ?? null } : { after: others.at(-1) ?? null, before: null };
    board.moveCard({ cardId: id, columnId: column_id, ...place });
  }
}
