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

/** A filter from kept text: what this version does not know is left out, and whatever comes can be used. */
export function readFilter(text: string): Filter {
  const told = parsed(text);
  const words = (kind: keyof Filter): string[] => {
    const values = told[kind];
    return Array.isArray(values) ? values.filter((value) => typeof value === "string") : [];
  };
  const known = <T extends string>(kind: keyof Filter, all: readonly T[]) =>
    all.filter((one) => words(kind).includes(one));
  return {
    assignees: words("assignees"),
    statuses: known("statuses", STATUSES),
    due: known("due", DUE_WORDS),
    priorities: known("priorities", PRIORITIES),
    tags: words("tags"),
    text: typeof told.text === "string" ? told.text : "",
  };
}

export const isEmpty = (filter: Filter): boolean => storedFilter(filter) === storedFilter(EMPTY);

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
