import { type ReactNode, useEffect, useMemo, useSyncExternalStore } from "react";
import type { Choices } from "./findIn";
import type { IconName } from "./icons";
import { matchesKeys } from "./keys";

/**
 * Every command is described once; the toolbar, menus, the palette (Ctrl/Cmd+K), the key sheet (`?`) and the keyboard all read this
 * list. Add a command where its feature lives with `useCommands`; it holds while that component is on the screen.
 */
export type Command = {
  /** `subject.verb`, the verb's own name where there is one: `board.zoom`, `card.move`. */
  id: string;
  label: string;
  group: string;
  icon?: IconName | undefined;
  mark?: ReactNode;
  /** Alternatives; the first is shown. `mod` is Command or Ctrl: `["mod+z"]`. */
  keys?: readonly string[];
  /** May it run now? Left out: always. Hidden commands are neither shown nor run. */
  guard?: () => boolean;
  /** Shown by the palette; false for what makes sense only at its place, such as arrow keys. */
  isListed?: boolean;
  /** One of several, and the one that holds now. */
  isSelected?: boolean;
  /** The palette finds it by these words too. */
  words?: string;
  run: () => void;
  /** What the palette asks before anything is done: which status, which column. It then runs the choice, not the command. */
  choices?: () => Choices;
};

let sets: readonly (readonly Command[])[] = [];
let all: readonly Command[] = [];
const listeners = new Set<() => void>();

function refresh(next: typeof sets): void {
  sets = next;
  // What was registered last stands nearest to the person and wins over an older command of the same id.
  const byId = new Map<string, Command>();
  for (const set of sets) for (const command of set) byId.set(command.id, command);
  all = [...byId.values()];
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function registerCommands(commands: readonly Command[]): () => void {
  refresh([...sets, commands]);
  return () => refresh(sets.filter((set) => set !== commands));
}

/** Registers these commands while the component is shown. Memoise the list, or name what it depends on in `deps`. */
export function useCommands(make: () => readonly Command[], deps: readonly unknown[]): void {
  const commands = useMemo(make, deps);
  useEffect(() => registerCommands(commands), [commands]);
}

export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(subscribe, () => all);
}

export function findCommand(id: string): Command | undefined {
  return all.find((command) => command.id === id);
}

export const canRun = (command: Command): boolean => command.guard?.() ?? true;

export function runCommand(id: string): boolean {
  const command = findCommand(id);
  if (!command || !canRun(command)) return false;
  command.run();
  return true;
}

/** In a box to tick nobody types: Ctrl+Z there takes back the tick. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  !target.matches("[type=checkbox], [type=radio]") &&
  (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));

/** True while a dialog is open: only commands with a modifier pass then. */
const hasDialog = (): boolean => document.querySelector("[role=dialog][aria-modal], .dialog-scrim") !== null;

export function handleCommandKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.repeat) return;
  const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
  if (isTyping(event.target) || (hasDialog() && !hasModifier)) {
    // Undo inside a field belongs to the field; the palette opens from anywhere.
    if (!(hasModifier && event.key.toLowerCase() === "k")) return;
  }
  const command = all.findLast((one) => one.keys?.some((keys) => matchesKeys(event, keys)) && canRun(one));
  if (!command) return;
  event.preventDefault();
  command.run();
}

/** Stands once at the root of the page. */
export function useCommandKeys(): void {
  useEffect(() => {
    document.addEventListener("keydown", handleCommandKey);
    return () => document.removeEventListener("keydown", handleCommandKey);
  }, []);
}
