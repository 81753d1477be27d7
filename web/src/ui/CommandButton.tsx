import { IconButton, type IconButtonProps } from "./Button";
import { canRun, useAllCommands } from "./commands";
import type { MenuEntry } from "./Menu";

/** A toolbar button that is the command of this id; nothing while it may not run. */
export function CommandButton({ id, ...rest }: { id: string } & Pick<IconButtonProps, "isActive" | "badge" | "sign">) {
  const command = useAllCommands().find((one) => one.id === id);
  if (!command?.icon) return null;
  return (
    <IconButton
      {...rest}
      icon={command.icon}
      label={command.label}
      keys={command.keys?.[0]}
      isDisabled={!canRun(command)}
      onPress={command.run}
    />
  );
}

/** Menu entries for these commands, those that may not run left out. */
export function useCommandEntries(ids: readonly string[]): MenuEntry[] {
  const all = useAllCommands();
  return ids.flatMap((id) => {
    const command = all.find((one) => one.id === id);
    if (!command || !canRun(command)) return [];
    return [{ id, label: command.label, icon: command.icon, keys: command.keys?.[0], run: command.run }];
  });
}
