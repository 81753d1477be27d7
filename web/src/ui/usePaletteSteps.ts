import { useRef, useState } from "react";
import type { Choices, Finding } from "./findIn";

type Step = { asked: Finding; words: string; choices: readonly Finding[]; isWaiting: boolean };

export type PaletteSteps = {
  /** What the innermost step offers; null where nothing was asked yet. */
  choices: readonly Finding[] | null;
  /** What it asks. */
  title: string | null;
  isWaiting: boolean;
  /** What the first step came from. */
  first: Finding | undefined;
  enter: (finding: Finding, words: string) => void;
  /** Leaves the innermost step; answers the line it came from and what had been typed there. */
  leave: () => { id: string | null; words: string };
};

/** The questions a command asks before it runs, one after the other, each with a way back. */
export function usePaletteSteps(): PaletteSteps {
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const turn = useRef(0);
  const step = steps.at(-1);
  const enter = (asked: Finding, words: string) => {
    turn.current += 1;
    const mine = turn.current;
    const offered: Choices = asked.choices?.() ?? [];
    const isWaiting = offered instanceof Promise;
    const put = (choices: readonly Finding[], waits: boolean) =>
      setSteps((before) => [
        ...before.filter((one) => one.asked !== asked),
        { asked, words, choices, isWaiting: waits },
      ]);
    put(isWaiting ? [] : offered, isWaiting);
    if (!isWaiting) return;
    // Who has gone back meanwhile is asked nothing.
    const come = (choices: readonly Finding[]) => mine === turn.current && put(choices, false);
    offered.then(come, () => come([]));
  };
  const leave = () => {
    turn.current += 1;
    setSteps(steps.slice(0, -1));
    return { id: step?.asked.id ?? null, words: step?.words ?? "" };
  };
  return {
    choices: step?.choices ?? null,
    title: step?.asked.label ?? null,
    isWaiting: step?.isWaiting ?? false,
    first: steps[0]?.asked,
    enter,
    leave,
  };
}
