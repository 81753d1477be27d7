import { useLingui } from "@lingui/react/macro";
import { useCallback } from "react";
import { store, useSync } from "../../sync/hooks";
import type { Present } from "../../sync/presence";
import { announce } from "../../ui/announce";
import type { MenuEntry } from "../../ui/Menu";
import { useBoard } from "../boards/boardTools";
import { goToColumn } from "./columnInSight";
import { follow, useFollowing } from "./following";

export type PersonEntries = { going: MenuEntry[]; following: MenuEntry };

/** What can be done with somebody who is here: made when it is asked for, so that it is where they are then. */
export function usePersonEntries(): (present: Present) => PersonEntries {
  const { t } = useLingui();
  const board = useBoard();
  const { directory } = useSync();
  const { person: followed } = useFollowing();
  return useCallback(
    (present: Present): PersonEntries => {
      const { id, card, column } = present;
      const name = directory.get(id)?.name ?? "";
      const start = () => {
        follow(id);
        announce(t`Following ${name}. Escape ends it.`);
      };
      const going: MenuEntry[] = [];
      if (card && store.read("cards", card)) {
        going.push({ id: "card", label: t`Go to their card`, icon: "arrowEnd", run: () => board.openCard(card) });
      }
      if (column && board.columnIds().includes(column)) {
        const run = () => goToColumn(column, board.columnIds());
        going.push({ id: "column", label: t`Go to where they are`, icon: "board", run });
      }
      const following: MenuEntry =
        followed === id
          ? { id: "unfollow", label: t`Stop following`, icon: "eyeOff", run: () => follow(null) }
          : { id: "follow", label: t`Follow`, icon: "eye", run: start };
      return { going, following };
    },
    [t, board, directory, followed],
  );
}
