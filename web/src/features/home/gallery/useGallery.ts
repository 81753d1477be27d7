import { useState } from "react";
import { type Category, findTemplates, groupByCategory, keepInSight, type Template } from "./templates";
import { type Templates, useTemplates } from "./useTemplates";

export type Gallery = {
  state: Templates["state"];
  found: readonly Template[];
  chosenId: string;
  /** Null until it is loaded. */
  chosen: Template | null;
  /** Those in which there is something. */
  categories: readonly Category[];
  query: string;
  category: Category | "all";
  choose: (id: string) => void;
  look: (query: string, category: Category | "all") => void;
};

/** What is looked for among the templates, and which of them is chosen; `first` to begin with. */
export function useGallery(first: string, accountId: string): Gallery {
  const { templates, state } = useTemplates(accountId);
  const [wanted, setWanted] = useState(first);
  const [query, setQuery] = useState("");
  const [category, setCategory] = useState<Category | "all">("all");
  const known = templates.find((one) => one.id === wanted) ?? null;
  const chosen = known ?? (state === "loading" ? null : (templates[0] ?? null));
  return {
    state,
    found: findTemplates(templates, query, category),
    chosenId: chosen?.id ?? wanted,
    chosen,
    categories: groupByCategory(templates).map((group) => group.category),
    query,
    category,
    choose: setWanted,
    look: (words, within) => {
      setQuery(words);
      setCategory(within);
      setWanted(keepInSight(chosen?.id ?? wanted, findTemplates(templates, words, within)));
    },
  };
}
