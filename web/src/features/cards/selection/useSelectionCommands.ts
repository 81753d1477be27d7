import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { store, useSync } from "../../../sync/hooks";
import type { Sync } from "../../../sync/sync";
import { type Command, useCommands } from "../../../ui/commands";
import type { BoardTools } from "../../boards/boardTools";
import { clipboard } from "../clipboard/clipboard";

/** The scripts of bulk acts come with the first selection; a key pressed before waits for them. */
const loadActs = () => import("./bulkActs");
const loadPaste = () => import("../clipboard/paste");

/** The selected cards, in the order of the board; without any, the one that has the focus. */
export function targetsOf(board: Pick<BoardTools, "selection" | "focus">): string[] {
  if (board.selection.size > 0) return board.selection.cards();
  return board.focus.current ? [board.focus.current] : [];
}

export function useSelectionCommands(board: BoardTools): void {
  const { t } = useLingui();
  const sync = useSync();
  const acts = useMemo(() => selectionActs(board, sync), [board, sync]);
  useCommands((): readonly Command[] => {
    const group = t`Selected tasks`;
    const { selection, focus, rights, personId } = board;
    const quiet = { group, isListed: false } as const;
    const isHere = () => personId !== null && !hasDialog();
    const hasTargets = () => isHere() && (selection.size > 0 || focus.current !== null);
    const isFree = () => hasTargets() && (getSelection()?.isCollapsed ?? true);
    const canWrite = () => rights.canWrite;
    const isBulk = () => canWrite() && isHere() && selection.size > 0;
    return [
      { ...quiet, id: "select.toggle", label: t`Select`, keys: ["x"], guard: hasTargets, run: acts.toggle },
      { ...quiet, id: "select.range", label: t`Select up to here`, keys: ["shift+↑", "shift+↓"], run: () => undefined },
      {
        ...quiet,
        id: "select.column",
        label: t`Select the column`,
        keys: ["mod+a"],
        guard: hasTargets,
        run: acts.column,
      },
      {
        ...quiet,
        id: "select.clear",
        label: t`Clear the selection`,
        keys: ["escape"],
        guard: () => isHere() && selection.size > 0,
        run: () => selection.clear(),
      },
      { ...quiet, id: "select.move", label: t`Move to…`, keys: ["m"], guard: isBulk, run: acts.move },
      { ...quiet, id: "select.complete", label: t`Complete`, keys: ["c"], guard: isBulk, run: acts.complete },
      { ...quiet, id: "select.delete", label: t`Delete`, keys: ["delete"], guard: isBulk, run: acts.remove },
      {
        ...quiet,
        id: "select.cut",
        label: t`Cut`,
        keys: ["mod+x"],
        guard: () => canWrite() && isFree(),
        run: acts.cut,
      },
      { ...quiet, id: "select.copy", label: t`Copy`, keys: ["mod+c"], guard: isFree, run: acts.copy },
      {
        ...quiet,
        id: "select.paste",
        label: t`Paste`,
        keys: ["mod+v"],
        guard: () => canWrite() && isHere() && clipboard.now()?.person === personId,
        run: acts.paste,
      },
      {
        ...quiet,
        id: "select.duplicate",
        label: t`Duplicate`,
        keys: ["shift+d"],
        guard: () => canWrite() && hasTargets(),
        run: acts.duplicate,
      },
    ];
  }, [t, board, acts]);
}

/** What an open dialog shows is not the board. */
const hasDialog = () => document.querySelector(".dialog-scrim") !== null;

/** What is done with the selected cards; without any, with the one that has the focus. */
export function selectionActs(board: BoardTools, sync: Sync) {
  const { boardId, selection, focus, personId } = board;
  const taking = (act: (ids: string[]) => void) => () => {
    const ids = targetsOf(board);
    selection.clear();
    act(ids);
  };
  const clip = (act: "cut" | "copy") =>
    taking((ids) =>
      clipboard.put(
        act,
        personId ?? "",
        ids.flatMap((id) => store.read("cards", id) ?? []),
      ),
    );
  return {
    toggle: () => {
      if (focus.current) selection.toggle(focus.current);
    },
    column: () => {
      const columnId = store.read("cards", focus.current ?? selection.ids().at(-1) ?? "")?.column_id;
      if (columnId) selection.add(store.order("cards", columnId));
    },
    move: () => board.showMoveCard(targetsOf(board)),
    complete: taking((ids) => void loadActs().then(({ completeCards }) => completeCards(sync, boardId, ids))),
    remove: taking((ids) => void loadActs().then(({ deleteCards }) => deleteCards(sync, ids))),
    duplicate: taking((ids) => void loadPaste().then(({ duplicate }) => duplicate(sync, ids))),
    cut: clip("cut"),
    copy: clip("copy"),
    paste: () => void loadPaste().then(({ paste, placeHere }) => paste(sync, placeHere(board))),
  };
}
