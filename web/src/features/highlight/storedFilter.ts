import { cleanLine } from "../../kits/linekit";
import { DUE_WORDS, EMPTY, type Filter, PRIORITIES, STATUSES } from "./filter";

/** The text that the server keeps of a filter, with the kinds in its order. */
export function storedFilter(filter: Partial<Filter>): string {
  const { assignees, statuses, due, priorities, tags, text } = { ...EMPTY, ...filter };
  const once = (values: readonly string[]) => [...new Set(values)];
  return JSON.stringify({
    assignees: once(assignees),
    statuses: once(statuses),
    due: once(due),
    priorities: once(priorities),
    tags: once(tags).map(cleanLine),
    text: cleanLine(text),
  });
}

/** A filter from kept text. Words that this version does not know stay: they pick out nothing, and are shown so that they can be taken off. */
export function readFilter(text: string): Filter {
  const told = parsed(text);
  const words = (kind: keyof Filter): string[] => {
    const values = told[kind];
    return Array.isArray(values) ? values.filter((value) => typeof value === "string") : [];
  };
  const inOrder = <T extends string>(kind: keyof Filter, all: readonly T[]): T[] => {
    const told = words(kind) as T[];
    return [...all.filter((one) => told.includes(one)), ...told.filter((one) => !all.includes(one))];
  };
  return {
    assignees: words("assignees"),
    statuses: inOrder("statuses", STATUSES),
    due: inOrder("due", DUE_WORDS),
    priorities: inOrder("priorities", PRIORITIES),
    tags: words("tags"),
    text: typeof told.text === "string" ? told.text : "",
  };
}

/** The words of a filter that this version does not know; it cannot be saved with them. */
export function unknownWords({ statuses, due, priorities }: Filter): string[] {
  const others = (told: readonly string[], all: readonly string[]) => told.filter((one) => !all.includes(one));
  return [...others(statuses, STATUSES), ...others(due, DUE_WORDS), ...others(priorities, PRIORITIES)];
}

/** Whether kept text asks for kinds of facts that this version does not know: saved here, they would be lost. */
export const hasUnknownKinds = (text: string): boolean => Object.keys(parsed(text)).some((kind) => !(kind in EMPTY));

export const isEmpty = (filter: Filter): boolean => storedFilter(filter) === storedFilter(EMPTY);

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
