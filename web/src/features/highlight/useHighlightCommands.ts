import { useLingui } from "@lingui/react/macro";
import { type Command, useCommands } from "../../ui/commands";
import { useBoard } from "../boards/boardTools";
import { goToNext } from "./goToNext";
import type { Wish } from "./wishes";

/** What one may do while something is highlighted. */
export function useHighlightCommands(wish: Wish, setWish: (wish: Wish | null) => void): void {
  const { t } = useLingui();
  const board = useBoard();
  useCommands((): readonly Command[] => {
    const group = t`Highlight`;
    const isFree = () => board.selection.size === 0 && board.drag.state === null;
    return [
      {
        id: "highlight.end",
        label: t`End the highlight`,
        group,
        icon: "close",
        keys: ["escape"],
        guard: isFree,
        run: () => setWish(null),
      },
      {
        id: "highlight.alone",
        label: wish.isAlone ? t`Show the other tasks too` : t`Show only matches`,
        group,
        icon: wish.isAlone ? "eye" : "eyeOff",
        keys: ["o"],
        run: () => setWish({ ...wish, isAlone: !wish.isAlone }),
      },
      {
        id: "highlight.next",
        label: t`Next match`,
        group,
        icon: "chevronDown",
        keys: ["j"],
        guard: () => board.drag.state === null,
        run: () => goToNext(board, 1),
      },
      {
        id: "highlight.previous",
        label: t`Previous match`,
        group,
        icon: "chevronUp",
        keys: ["k"],
        guard: () => board.drag.state === null,
        run: () => goToNext(board, -1),
      },
    ];
  }, [t, board, wish, setWish]);
}
