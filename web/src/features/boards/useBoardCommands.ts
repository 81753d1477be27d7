import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { store, useRow, useSync, useUndo } from "../../sync/hooks";
import { announce } from "../../ui/announce";
import { type Command, useCommands } from "../../ui/commands";
import { paletteFrom } from "../../ui/paletteState";
import { useCardActs } from "../cards/useCardActs";
import type { BoardTools } from "./boardTools";

type Extra = { showDeleted: boolean; setShowDeleted: (show: boolean) => void };

/** Every command of the board, described once: the bar, the menus, the palette and the sheet of keys read this. */
export function useBoardCommands(board: BoardTools, extra: Extra): void {
  const { t } = useLingui();
  const sync = useSync();
  const { canUndo, canRedo } = useUndo();
  const isFavourite =
    useRow("board_prefs", board.personId ? `${board.personId}.${board.boardId}` : null)?.favourite ?? false;
  const { boardId, isLines, rights, personId } = board;
  const { showDeleted, setShowDeleted } = extra;
  useCommands((): readonly Command[] => {
    const group = t`Board`;
    const zoom = () => void sync.send("pref.set_zoom", { board_id: boardId, zoom: isLines ? "cards" : "lines" });
    const star = () => void sync.send("pref.set_favourite", { board_id: boardId, favourite: !isFavourite });
    return [
      {
        id: "change.undo",
        label: t`Undo`,
        group,
        icon: "undo",
        keys: ["mod+z"],
        guard: () => canUndo,
        run: () => {
          sync.undo();
          announce(t`Undone`);
        },
      },
      {
        id: "change.redo",
        label: t`Redo`,
        group,
        icon: "redo",
        keys: ["mod+shift+z", "mod+y"],
        guard: () => canRedo,
        run: () => {
          sync.redo();
          announce(t`Done again`);
        },
      },
      {
        id: "board.zoom",
        label: isLines ? t`Zoom in` : t`Zoom out`,
        group,
        icon: isLines ? "zoomIn" : "zoomOut",
        keys: ["z"],
        guard: () => personId !== null,
        run: zoom,
      },
      {
        id: "board.favourite",
        label: isFavourite ? t`Remove from favourites` : t`Add to favourites`,
        group,
        icon: isFavourite ? "starFilled" : "star",
        guard: () => personId !== null,
        run: star,
      },
      {
        id: "board.show_deleted",
        label: showDeleted ? t`Hide the Deleted column` : t`Show the Deleted column`,
        group,
        icon: "trash",
        run: () => setShowDeleted(!showDeleted),
      },
      {
        id: "card.add",
        label: t`Add a task`,
        group,
        icon: "plus",
        keys: ["n"],
        guard: () => rights.canWrite,
        run: () => press("[data-add]"),
      },
      {
        id: "column.add",
        label: t`Add a column`,
        group,
        icon: "sidebar",
        guard: () => rights.canArrange,
        run: () => press("[data-new-column]"),
      },
    ];
  }, [t, sync, canUndo, canRedo, boardId, isLines, isFavourite, personId, rights, showDeleted, setShowDeleted]);
  useCardCommands(board);
}

/** The column that has the focus, else the first; the field opens where its button stands. */
function press(selector: string): void {
  const here = (paletteFrom() ?? document.activeElement)
    ?.closest("[data-column]")
    ?.querySelector<HTMLElement>(selector);
  (here ?? document.querySelector<HTMLElement>(`.board ${selector}`))?.click();
}

function useCardCommands(board: BoardTools): void {
  const { t } = useLingui();
  const { rights, focus } = board;
  const acts = useCardActsOf(board);
  useCommands((): readonly Command[] => {
    const group = t`The task with the focus`;
    const canWrite = () => rights.canWrite;
    const withCard = (act: (cardId: string) => void) => () => {
      if (focus.current) act(focus.current);
    };
    // Signs, not names of keys: these belong to the card itself (useCardKeys) and are only named here, for the sheet of keys.
    const none = () => undefined;
    const quiet = { group, isListed: false } as const;
    return [
      { ...quiet, id: "card.open", label: t`Open`, keys: ["↵"], run: none },
      {
        ...quiet,
        id: "card.walk",
        label: t`Go to another task`,
        keys: ["↑", "↓"],
        run: none,
      },
      {
        ...quiet,
        id: "card.cross",
        label: t`Go to another column`,
        keys: ["←", "→"],
        run: none,
      },
      { ...quiet, id: "card.carry", label: t`Pick up, put down`, keys: ["␣"], run: none },
      {
        ...quiet,
        id: "card.move",
        label: t`Move to…`,
        keys: ["m"],
        guard: canWrite,
        run: withCard((cardId) => board.showMoveCard([cardId])),
      },
      {
        ...quiet,
        id: "card.complete",
        label: t`Complete`,
        keys: ["c"],
        guard: canWrite,
        run: withCard(acts.complete),
      },
      { ...quiet, id: "card.delete", label: t`Delete`, keys: ["delete"], guard: canWrite, run: withCard(acts.remove) },
      { ...quiet, id: "card.copy_link", label: t`Copy link`, keys: ["l"], run: withCard(acts.copyLink) },
      { ...quiet, id: "card.tab", label: t`In the open task: choose a tab`, keys: ["1 – 5"], run: none },
    ];
  }, [t, rights, focus, board, acts]);
}

function useCardActsOf(board: BoardTools) {
  const acts = useCardActs(board);
  return useMemo(() => {
    const kindOf = (cardId: string) => store.read("columns", store.read("cards", cardId)?.column_id ?? "")?.kind;
    const onCard =
      (act: (card: NonNullable<ReturnType<typeof cardOf>>) => void, kinds: readonly string[]) => (cardId: string) => {
        const card = cardOf(cardId);
        if (card && kinds.includes(kindOf(cardId) ?? "")) act(card);
      };
    return {
      complete: onCard(acts.complete, ["normal"]),
      remove: onCard(acts.remove, ["normal", "completed"]),
      copyLink: (cardId: string) => void acts.copyLink(cardId),
    };
  }, [acts]);
}

const cardOf = (cardId: string) => store.read("cards", cardId);
