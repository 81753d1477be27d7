import { type KeyboardEvent, type RefObject, useCallback } from "react";

const LINKS = "[data-result]";

/** From the field down into the results and back, with the arrows; Enter in the field opens the first. The links are real, so Enter opens each. */
export function useResultKeys(page: RefObject<HTMLElement | null>): (event: KeyboardEvent) => void {
  return useCallback(
    (event) => {
      if (event.nativeEvent.isComposing || event.defaultPrevented) return;
      const target = event.target as HTMLElement;
      const isField = target.matches("[data-search-field]");
      if (!isField && !target.matches(LINKS)) return;
      const links = [...(page.current?.querySelectorAll<HTMLElement>(LINKS) ?? [])];
      const at = links.indexOf(target);
      if (isField && event.key === "Enter") links[0]?.click();
      else if (event.key === "ArrowDown") links[Math.min(at + 1, links.length - 1)]?.focus();
      else if (event.key === "ArrowUp" && !isField) (links[at - 1] ?? fieldOf(page))?.focus();
      else if (event.key === "Home" && !isField) links[0]?.focus();
      else if (event.key === "End" && !isField) links.at(-1)?.focus();
      else return;
      event.preventDefault();
    },
    [page],
  );
}

const fieldOf = (page: RefObject<HTMLElement | null>) =>
  page.current?.querySelector<HTMLElement>("[data-search-field]");
