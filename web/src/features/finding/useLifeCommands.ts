import { useLingui } from "@lingui/react/macro";
import { useRef } from "react";
import { type Command, useCommands } from "../../ui/commands";
import type { Finding } from "../../ui/findIn";
import type { MenuEntry } from "../../ui/Menu";
import { byUse, type HomeBoard, type HomeData, useKnownHome } from "../home/homeData";
import { useLifeOf } from "../home/life/useBoardLife";

type LifeOf = ReturnType<typeof useLifeOf>;

/** What a board's tile offers in its menu, as commands that ask which board. */
export function useLifeCommands(isWanted: boolean): void {
  const { t } = useLingui();
  const home = useKnownHome();
  const lifeOf = useLifeOf();
  // Another function each time, which does the same.
  const now = useRef(lifeOf);
  now.current = lifeOf;
  useCommands(
    () => (home && isWanted ? lifeCommands(home, (board, isOwner) => now.current(board, isOwner), t`Boards`) : []),
    [home, isWanted, t],
  );
}

export function lifeCommands(home: HomeData, lifeOf: LifeOf, place: string): Command[] {
  const owned = new Set(home.accounts.filter((one) => one.role === "owner").map((one) => one.id));
  const accounts = new Map(home.accounts.map((account) => [account.id, account.name]));
  const entriesOf = (board: HomeBoard) => lifeOf(board, owned.has(board.account_id)).flatMap((group) => group.entries);
  const acts = new Map<string, { entry: MenuEntry; boards: HomeBoard[] }>();
  for (const alike of byKind(home.boards, owned)) {
    const [sample] = alike;
    for (const entry of sample ? entriesOf(sample) : []) {
      // One act may be called otherwise on other boards, such as *Restore*.
      const key = `${entry.id} ${entry.label}`;
      const act = acts.get(key) ?? { entry, boards: [] };
      acts.set(key, act);
      act.boards.push(...alike);
    }
  }
  const choice =
    (entry: MenuEntry) =>
    (board: HomeBoard): Finding => ({
      ...{
        id: `${entry.id}/${board.id}`,
        label: board.name,
        note: accounts.get(board.account_id) ?? "",
        icon: "board",
      },
      run: () =>
        entriesOf(board)
          .find((one) => one.id === entry.id)
          ?.run(),
    });
  return [...acts].map(([key, { entry, boards }]) => ({
    ...{ id: `tile.${key}`, label: entry.label, icon: entry.icon, group: place, run: () => undefined },
    choices: () => [...boards].sort(byUse).map(choice(entry)),
  }));
}

/** Boards of which the same can be made: so few that asking one of each is enough, however many boards there are. */
function byKind(boards: readonly HomeBoard[], owned: ReadonlySet<string>): HomeBoard[][] {
  const kinds = new Map<string, HomeBoard[]>();
  for (const board of boards.filter((one) => !one.isWaiting)) {
    const key = [board.state, board.role, board.favourite, owned.has(board.account_id)].join();
    const alike = kinds.get(key) ?? [];
    kinds.set(key, alike);
    alike.push(board);
  }
  return [...kinds.values()];
}
