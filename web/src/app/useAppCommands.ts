import { useLingui } from "@lingui/react/macro";
import { useParams, useRouter } from "@tanstack/react-router";
import { useHomeCommands } from "../features/finding/useHomeCommands";
import { useLifeCommands } from "../features/finding/useLifeCommands";
import { settingsSections } from "../features/people/settingsSections";
import { type Command, useCommands } from "../ui/commands";
import type { Finding } from "../ui/findIn";
import { languages, setLanguage } from "../ui/language";
import { commandsOf } from "../ui/menuCommands";
import { usePersonEntries } from "./usePersonEntries";

/** What can be done wherever one is. */
export function useAppCommands(): void {
  const { boardId } = useParams({ strict: false }) as { boardId?: string };
  usePersonCommands();
  useHomeCommands();
  // On a board they mean that board, and come with it.
  useLifeCommands(boardId === undefined);
}

function usePersonCommands(): void {
  const { t, i18n } = useLingui();
  const { history } = useRouter();
  const groups = usePersonEntries();
  useCommands((): readonly Command[] => {
    const own = t`My preferences`;
    const entries = groups.flatMap((group) => commandsOf("person", group.title ?? t`Everywhere`, group.entries));
    const sections = settingsSections.map((section) => ({
      ...{ id: `settings.${section.id}`, label: i18n._(section.title), group: own, icon: "settings" as const },
      run: () => history.push(`/settings#${section.id}`),
    }));
    const language: Command = {
      ...{ id: "person.language", label: t`Language…`, group: own, icon: "globe" },
      words: languages.map((one) => one.name).join(" "),
      run: () => undefined,
      choices: (): readonly Finding[] =>
        languages.map(({ id, name }) => ({
          ...{ id: `language/${id}`, label: name, isSelected: id === i18n.locale },
          run: () => void setLanguage(id),
        })),
    };
    return [...entries, ...sections, language];
    // The entries are made anew each time and say the same as long as these are the same.
  }, [t, i18n, history, groups.map((group) => group.entries.map((entry) => entry.isSelected).join()).join()]);
}
