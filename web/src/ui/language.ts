import { i18n, type Messages } from "@lingui/core";
import { useSyncExternalStore } from "react";
import { getDirection, setPageLanguage } from "./page";

/** Languages with a catalogue, each in its own name. A new line here and a PO file in web/locale is all a language needs. */
export const languages = [{ id: "en", name: "English" }] as const;

const LANGUAGE_KEY = "tafla.language";
const SOURCE = "en";
const catalogues = import.meta.glob<{ messages: Messages }>("../../locale/*.po");
const listeners = new Set<() => void>();

/** What the page was opened with: `?lang=pseudo` shows every string lengthened and accented, `?dir=rtl` mirrors the page. Tests use both. */
const asked = new URLSearchParams(location.search);
const keep = (key: string) => {
  const value = asked.get(key);
  try {
    if (value) sessionStorage.setItem(`tafla.${key}`, value);
    return value ?? sessionStorage.getItem(`tafla.${key}`);
  } catch {
    return value;
  }
};
const isPseudo = keep("lang") === "pseudo";
const forcedDirection = keep("dir") === "rtl" ? "rtl" : undefined;

const isKnown = (tag: string) => languages.some((one) => one.id === tag);

// What stands in the scripts is compiled when they are built; a message without placeholders is its own text.
i18n.setMessagesCompiler((message) => message as never);

/** The person's own choice, else what the browser asks for, else English. */
export function preferredLanguage(): string {
  let stored: string | null = null;
  try {
    stored = localStorage.getItem(LANGUAGE_KEY);
  } catch {
    // Storage may be forbidden: the browser's wish decides.
  }
  const wishes = [stored, ...navigator.languages, "en"].filter((tag) => tag !== null);
  return wishes.flatMap((tag) => [tag, tag.split("-")[0] ?? tag]).find(isKnown) ?? "en";
}

/** Loads the catalogue and turns the page to this language. */
export async function setLanguage(tag: string): Promise<void> {
  const language = isKnown(tag) ? tag : "en";
  // English stands in the scripts themselves, beside each message's id.
  const load = language === SOURCE && !isPseudo ? null : catalogues[`../../locale/${language}.po`];
  const messages = load ? (await load()).messages : {};
  i18n.loadAndActivate({
    locale: language,
    messages: isPseudo ? (await import("./pseudo")).pseudo(messages) : messages,
  });
  try {
    localStorage.setItem(LANGUAGE_KEY, language);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  setPageLanguage(language, forcedDirection);
  for (const listener of listeners) listener();
}

/** The locale for dates, numbers and the component library; it carries the direction. */
export function useLocale(): string {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => (forcedDirection && getDirection() === "rtl" ? "ar-u-nu-latn" : i18n.locale || "en"),
  );
}
