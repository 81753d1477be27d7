import { t } from "@lingui/core/macro";
import type { BoardTemplateRow } from "../../../contracts/rows";
import { foldAccents } from "../../../ui/foldAccents";
import type { TagHue } from "../../../ui/Label";

export type SampleCard = {
  title: string;
  status: string;
  priority: string;
  tags: string[];
  due_in_days: number | null;
  checklist_done: number;
  checklist_total: number;
};
export type SampleColumn = {
  name: string;
  kind: "normal" | "completed";
  wip_limit: number | null;
  cards: SampleCard[];
};
export type Template = {
  id: string;
  name: string;
  description: string;
  category: Category;
  tags: { name: string; hue: TagHue }[];
  columns: SampleColumn[];
};

/** In the order of the gallery; `own` are those that the account has saved itself. */
export const categories = ["basics", "own", "projects", "customers", "community", "team"] as const;
export type Category = (typeof categories)[number];
export type Group = { category: Category; templates: Template[] };

export const BLANK = "blank";

/** Call it while rendering: the words are those of the language of now. */
export function categoryWord(category: Category): string {
  const words: Record<Category, () => string> = {
    basics: () => t`Basics`,
    own: () => t({ message: "This account", comment: "Category of templates: those the account has saved itself" }),
    projects: () => t`Projects`,
    customers: () => t`Customers`,
    community: () => t({ message: "Community", comment: "Category of templates: nonprofits, councils, schools" }),
    team: () => t`Team`,
  };
  return words[category]();
}

/** The blank board is there without the gallery too, and is called in the reader's language. */
export function blankTemplate(): Template {
  const column = (name: string, kind: SampleColumn["kind"] = "normal") => ({ name, kind, wip_limit: null, cards: [] });
  return {
    id: BLANK,
    name: t`Blank task board`,
    description: t`To Do, Doing and Completed, and nothing else.`,
    category: "basics",
    tags: [],
    columns: [column("To Do"), column("Doing"), column("Completed", "completed")],
  };
}

/** A template that the account has saved itself. What is in it the server tells with the gallery. */
export function ownTemplate({ id, name, description }: BoardTemplateRow, told?: Template): Template {
  return { id, name, description, category: "own", tags: told?.tags ?? [], columns: told?.columns ?? [] };
}

/** Templates that have every word somewhere: in the name, the description, a column, a tag or a card. */
export function findTemplates(templates: readonly Template[], query: string, category: Category | "all"): Template[] {
  const words = foldAccents(query).split(/\s+/).filter(Boolean);
  return templates.filter(
    (template) =>
      (category === "all" || template.category === category) &&
      (words.length === 0 || words.every((word) => textOf(template).includes(word))),
  );
}

function textOf({ name, description, columns, tags }: Template): string {
  const inside = columns.flatMap((column) => [column.name, ...column.cards.map((card) => card.title)]);
  return foldAccents([name, description, ...tags.map((tag) => tag.name), ...inside].join(" "));
}

export function groupByCategory(templates: readonly Template[]): Group[] {
  return categories
    .map((category) => ({ category, templates: templates.filter((one) => one.category === category) }))
    .filter((group) => group.templates.length > 0);
}

/** While one looks for something, what is chosen is always in sight: the first found where the old choice is not among them. */
export function keepInSight(chosen: string, found: readonly Template[]): string {
  return found.some((one) => one.id === chosen) ? chosen : (found[0]?.id ?? chosen);
}
