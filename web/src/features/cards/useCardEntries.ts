import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { CardRow } from "../../contracts/rows";
import { store, useRow, useSync } from "../../sync/hooks";
import type { MenuEntry } from "../../ui/Menu";
import { useBoard } from "../boards/boardTools";
import { useMarks } from "../marks/marksStore";
import { clipboard, useClip } from "./clipboard/clipboard";
import { useCardActs } from "./useCardActs";

/** What can be done with a card, by where it stands and by what one may. */
export function useCardEntries(card: CardRow): MenuEntry[] {
  const { t } = useLingui();
  const board = useBoard();
  const acts = useCardActs(board);
  const column = useRow("columns", card.column_id);
  const kind = column?.kind ?? "normal";
  const { canWrite, canManage } = board.rights;
  const clips = useClipEntries(card, kind);
  const sync = useSync();
  const isMarked = useMarks(card.id) !== undefined;
  const entries: (MenuEntry | false)[] = [
    { id: "open", label: t`Open`, icon: "sidebar", keys: "enter", run: () => board.openCard(card.id) },
    { id: "link", label: t`Copy link`, icon: "link", run: () => void acts.copyLink(card.id) },
    board.personId !== null && {
      id: "select",
      label: t`Select`,
      icon: "select",
      keys: "x",
      // Who has no Ctrl key goes on by tapping.
      run: () => (hasHover() ? board.selection.toggle(card.id) : board.selection.startTapping(card.id)),
    },
    isMarked && {
      id: "mark_read",
      label: t`Mark as read`,
      icon: "eye",
      run: () => void import("../marks/seen").then(({ readCard }) => readCard(sync, card.id)),
    },
    canWrite &&
      kind === "deleted" && { id: "restore", label: t`Restore`, icon: "restore", run: () => acts.restore(card) },
    canWrite &&
      kind !== "deleted" && {
        id: "move",
        label: t`Move to…`,
        icon: "move",
        keys: "m",
        run: () => board.showMoveCard([card.id]),
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
    ...clips,
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

const hasHover = () => matchMedia("(hover: hover)").matches;

/** Cut, copy, paste, duplicate: of this card alone, whatever else is selected. */
function useClipEntries(card: CardRow, kind: string): (MenuEntry | false)[] {
  const { t } = useLingui();
  const sync = useSync();
  const { personId, rights } = useBoard();
  const clip = useClip(personId);
  if (personId === null) return [];
  const put = (act: "cut" | "copy") => () => clipboard.put(act, personId, [card]);
  const isWritable = rights.canWrite && kind !== "deleted";
  const count = clip?.cards.length ?? 0;
  const after = { columnId: card.column_id, after: card.id, before: null };
  return [
    isWritable && { id: "cut", label: t`Cut`, icon: "cut", keys: "mod+x", run: put("cut") },
    { id: "copy", label: t`Copy`, icon: "copy", keys: "mod+c", run: put("copy") },
    isWritable &&
      count > 0 && {
        id: "paste",
        label: t`Paste ${plural(count, { one: "# task", other: "# tasks" })} below`,
        icon: "paste",
        keys: "mod+v",
        run: () => void loadPaste().then(({ paste }) => paste(sync, after)),
      },
    isWritable && {
      id: "duplicate",
      label: t`Duplicate`,
      icon: "plus",
      keys: "shift+d",
      run: () => void loadPaste().then(({ duplicate }) => duplicate(sync, [card.id])),
    },
  ];
}

const loadPaste = () => import("./clipboard/paste");
