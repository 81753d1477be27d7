import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useMemo, useState } from "react";
import { canRun, useAllCommands } from "./commands";
import { type Finding, findIn, grouped } from "./findIn";
import { menuCommands } from "./menuCommands";
import { type PaletteSteps, usePaletteSteps } from "./usePaletteSteps";

export type PaletteProps = {
  /** What stands there before anything is typed. */
  idle: readonly Finding[];
  /** What typing finds, besides the commands. */
  findings: readonly Finding[];
  /** Found by somebody else for the words typed, shown behind all the rest whatever they are called. */
  further: readonly Finding[];
  /** How much a command was used, by its id. */
  useOf: (id: string) => number;
  onQuery: (query: string) => void;
  onChosen: (id: string) => void;
  onClose: () => void;
};

export type PaletteTools = {
  query: string;
  type: (words: string) => void;
  found: readonly Finding[];
  activeAt: number;
  setActive: (at: number) => void;
  choose: (finding: Finding | undefined) => void;
  steps: PaletteSteps;
  back: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
};

/** Before this sign only commands are meant. */
export const ONLY_COMMANDS = ">";
const PAGE = 8;

/** What the palette shows, which line of it is active, and what is asked after a line was chosen. */
export function usePalette(props: PaletteProps): PaletteTools {
  const { onQuery, onChosen, onClose } = props;
  const [query, setQuery] = useState("");
  const [activeId, setActiveId] = useState<string | null>(null);
  const steps = usePaletteSteps();
  const found = useLines(props, query, steps.choices);
  const activeAt = Math.max(
    0,
    found.findIndex((one) => one.id === activeId),
  );
  const show = (words: string, active: string | null) => {
    setQuery(words);
    setActiveId(active);
  };
  const setActive = (at: number) => setActiveId(found[at]?.id ?? null);
  const type = (words: string) => {
    show(words, null);
    if (!steps.choices) onQuery(words);
  };
  const choose = (finding: Finding | undefined) => {
    if (!finding) return;
    if (finding.choices) {
      steps.enter(finding, query);
      show("", null);
      return;
    }
    onChosen(steps.first?.id ?? finding.id);
    finding.run?.();
    onClose();
  };
  const back = () => {
    const { id, words } = steps.leave();
    show(words, id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE }[event.key];
    if (step) setActive(walk(activeAt, step, found.length));
    else if (event.key === "Enter") choose(found[activeAt]);
    else if (steps.choices && (event.key === "Escape" || (event.key === "Backspace" && !query))) back();
    else return;
    event.preventDefault();
    // The dialog would close at Escape.
    event.stopPropagation();
  };
  return { query, type, found, activeAt, setActive, choose, steps, back, onKeyDown };
}

function useLines(
  { idle, findings, further, useOf }: PaletteProps,
  query: string,
  choices: readonly Finding[] | null,
): readonly Finding[] {
  const commands = useCommandFindings(useOf);
  return useMemo(() => {
    if (choices) return grouped(findIn(choices, query));
    if (query.startsWith(ONLY_COMMANDS)) return findIn(commands, query.slice(1));
    if (!query.trim()) return idle;
    return [...grouped(findIn([...findings, ...commands], query)), ...further];
  }, [choices, idle, findings, commands, further, query]);
}

/** One step goes round at the ends, a page stops there. */
function walk(at: number, step: number, count: number): number {
  if (Math.abs(step) === 1) return (at + step + count) % Math.max(1, count);
  return Math.max(0, Math.min(count - 1, at + step));
}

/** Every command of the page that may run now, with the place it belongs to behind its name. */
function useCommandFindings(useOf: (id: string) => number): readonly Finding[] {
  const { t } = useLingui();
  const commands = useAllCommands();
  const [inMenus] = useState(menuCommands);
  return useMemo(
    () =>
      [...commands, ...inMenus]
        .filter((command) => command.isListed !== false && canRun(command))
        .map(({ id, label, icon, mark, words, choices, run, keys, isSelected, group }) => ({
          ...{ id, label, icon, mark, words, choices, run, keys: keys?.[0], isSelected },
          ...{ group: t`Actions`, note: group, use: useOf(id) },
        })),
    [commands, inMenus, useOf, t],
  );
}
