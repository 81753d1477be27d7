import { useLingui } from "@lingui/react/macro";
import { store, useSync } from "../../sync/hooks";
import type { Present } from "../../sync/presence";
import { Avatar } from "../../ui/Avatar";
import { type Command, useCommands } from "../../ui/commands";
import type { MenuEntry } from "../../ui/Menu";
import { useFollowing } from "./following";
import { usePersonEntries } from "./usePersonEntries";

/** Going to others and following them, for the palette: also where their faces have no room. */
export function useFollowCommands(others: readonly Present[]): void {
  const { t } = useLingui();
  const { directory } = useSync();
  const { person: followed } = useFollowing();
  const entriesOf = usePersonEntries();
  useCommands((): readonly Command[] => {
    const group = t`Board`;
    const choose = (pick: (present: Present) => MenuEntry | undefined) =>
      others.flatMap((present) => {
        const person = directory.get(present.id);
        const entry = pick(present);
        if (!person || !entry) return [];
        const title = present.card ? store.read("cards", present.card)?.title : undefined;
        const mark = <Avatar person={person} size={20} isDecorative />;
        return [{ id: present.id, label: person.name, mark, ...(title ? { note: title } : {}), run: entry.run }];
      });
    const run = () => undefined;
    const following = followed ? others.find((one) => one.id === followed) : undefined;
    return [
      {
        ...{ id: "presence.go", label: t`Go to somebody who is here`, group, icon: "people", run },
        choices: () => choose((present) => entriesOf(present).going[0]),
      },
      {
        ...{ id: "presence.follow", label: t`Follow somebody`, group, icon: "eye", run },
        choices: () => choose((present) => entriesOf(present).following),
      },
      {
        ...{ id: "presence.unfollow", label: t`Stop following`, group, icon: "eyeOff" },
        guard: () => following !== undefined,
        run: () => following && entriesOf(following).following.run(),
      },
    ];
  }, [t, others, directory, followed, entriesOf]);
}
