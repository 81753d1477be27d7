import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { signOut } from "../features/people/session";
import { runCommand } from "../ui/commands";
import type { MenuGroup } from "../ui/Menu";
import { setTheme, type Theme, useTheme } from "../ui/page";
import { problemText } from "../ui/problems";
import { toasts } from "../ui/toasts";

/** What stands in the person's own menu; the palette offers the same. */
export function usePersonEntries(): readonly MenuGroup[] {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const theme = useTheme();
  const leave = async () => {
    try {
      if (!(await signOut())) return;
      await navigate({ to: "/sign-in" });
    } catch (error) {
      toasts.add({ kind: "error", text: i18n._(problemText(error)) });
    }
  };
  const themes: [Theme, string, "sun" | "moon" | "monitor"][] = [
    ["light", t`Light`, "sun"],
    ["dark", t`Dark`, "moon"],
    ["system", t`As the device`, "monitor"],
  ];
  return [
    {
      id: "person",
      entries: [
        {
          id: "app.settings",
          label: t`My preferences`,
          icon: "settings",
          run: () => void navigate({ to: "/settings" }),
        },
        { id: "app.keys", label: t`Keys`, icon: "keyboard", keys: "?", run: () => runCommand("app.keys") },
      ],
    },
    {
      id: "theme",
      title: t`Theme`,
      entries: themes.map(([id, label, icon]) => ({
        ...{ id, label, icon, isSelected: theme === id },
        run: () => setTheme(id),
      })),
    },
    {
      id: "leave",
      entries: [{ id: "sign-out", label: t`Sign out`, icon: "signOut", run: () => void leave() }],
    },
  ];
}
