import { useLingui } from "@lingui/react/macro";
import { type Command, useCommands } from "../../ui/commands";

/** The keys of a row, named for the sheet of keys; the list itself hears them (useRowKeys). */
export function useRowCommands(): void {
  const { t } = useLingui();
  useCommands((): readonly Command[] => {
    const group = t`The task with the focus`;
    const keys: [id: string, label: string, ...keys: string[]][] = [
      ["open", t`Open`, "↵"],
      ["walk", t`Go to another task`, "↑", "↓"],
      ["carry", t`Pick up, put down on another date`, "␣"],
      ["complete", t`Complete`, "c"],
      ["due", t`Due…`, "d"],
      ["status", t`Status…`, "s"],
      ["priority", t`Priority…`, "p"],
      ["mine", t`Assign to me, or take me off`, "a"],
      ["board", t`Go to the board`, "g"],
      ["link", t`Copy link`, "l"],
      ["delete", t`Delete`, "delete"],
    ];
    const none = () => undefined;
    return keys.map(([id, label, ...all]) => ({
      id: `row.${id}`,
      label,
      group,
      keys: all,
      isListed: false,
      run: none,
    }));
  }, [t]);
}
