import { useSyncExternalStore } from "react";

/**
 * The one owner of <html dir lang data-theme>. Nothing else writes them; a library that does (the drawing surface sets `dir` when it
 * loads a language) is put right by the observer below.
 */
export type Theme = "light" | "dark" | "system";
export type Direction = "ltr" | "rtl";

const THEME_KEY = "tafla.theme";
const root = document.documentElement;
const listeners = new Set<() => void>();

let theme: Theme = readTheme();
let language = "en";
let direction: Direction = "ltr";

function readTheme(): Theme {
  try {
    const stored = localStorage.getItem(THEME_KEY);
    return stored === "light" || stored === "dark" ? stored : "system";
  } catch {
    return "system";
  }
}

function write(): void {
  if (root.lang !== language) root.lang = language;
  if (root.dir !== direction) root.dir = direction;
  if (theme === "system") delete root.dataset.theme;
  else if (root.dataset.theme !== theme) root.dataset.theme = theme;
}

export function setTheme(next: Theme): void {
  theme = next;
  try {
    if (next === "system") localStorage.removeItem(THEME_KEY);
    else localStorage.setItem(THEME_KEY, next);
  } catch {
    // Storage may be forbidden; the theme then lasts as long as the page.
  }
  write();
  for (const listener of listeners) listener();
}

const RIGHT_TO_LEFT = new Set(["ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"]);

export function directionOf(tag: string): Direction {
  return RIGHT_TO_LEFT.has(new Intl.Locale(tag).language) ? "rtl" : "ltr";
}

/** `forced` is for tests: a right-to-left page in a left-to-right language. */
export function setPageLanguage(tag: string, forced?: Direction): void {
  language = tag;
  direction = forced ?? directionOf(tag);
  write();
}

export function getDirection(): Direction {
  return direction;
}

export function useTheme(): Theme {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => theme,
  );
}

write();
new MutationObserver(write).observe(root, { attributeFilter: ["dir", "lang", "data-theme"] });
