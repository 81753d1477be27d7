import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import type { MenuEntry } from "../../ui/Menu";
import { copyLink } from "./copyLink";
import { canWrite, type ListTools, type RowMenuPlace } from "./listTools";
import type { ViewCard } from "./viewData";

/** Where one may go from a row. */
export function useWays({ openCard }: ListTools, card: ViewCard): MenuEntry[] {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { board_id: boardId, id: cardId } = card;
  const go = () => void navigate({ to: "/b/$boardId/c/$cardId", params: { boardId, cardId } });
  return [
    { id: "open", label: t`Open`, icon: "sidebar", keys: "enter", run: () => openCard(card) },
    { id: "board", label: t`Go to the board`, icon: "board", keys: "g", run: go },
    { id: "link", label: t`Copy link`, icon: "link", keys: "l", run: () => void copyLink(card) },
  ];
}

/** What may be done with a row's card, and what ends it; `show` opens one of the row's other menus. */
export function useChanges(
  { acts, boards, reader }: ListTools,
  card: ViewCard,
  show: (kind: RowMenuPlace["kind"]) => void,
): [MenuEntry[], MenuEntry[]] {
  const { t } = useLingui();
  if (!canWrite(boards[card.board_id])) return [[], []];
  const remove: MenuEntry = {
    id: "delete",
    label: t`Delete`,
    icon: "trash",
    keys: "delete",
    isDanger: true,
    run: () => acts.remove(card),
  };
  if (card.completed_at !== null) return [[], [remove]];
  const isMine = card.assignee_ids.includes(reader.me);
  const mine = isMine ? t`Take me off it` : t`Assign to me`;
  return [
    [
      { id: "mine", label: mine, icon: "user", keys: "a", run: () => acts.toggleMe(card) },
      { id: "due", label: t`Due…`, icon: "calendar", keys: "d", run: () => show("due") },
      { id: "status", label: t`Status…`, icon: "board", keys: "s", run: () => show("status") },
      { id: "priority", label: t`Priority…`, icon: "flag", keys: "p", run: () => show("priority") },
    ],
    [{ id: "complete", label: t`Complete`, icon: "check", keys: "c", run: () => acts.complete(card) }, remove],
  ];
}
