import { useLingui } from "@lingui/react/macro";
import { Link, Outlet, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { refreshHome } from "../features/home/homeData";
import { type Person, signOut, useSession } from "../features/people/session";
import { Avatar } from "../ui/Avatar";
import { Button } from "../ui/Button";
import { useCommandKeys, useCommands } from "../ui/commands";
import { Frame } from "../ui/Frame";
import { Icon } from "../ui/icons";
import { Logo } from "../ui/Logo";
import { Menu } from "../ui/Menu";
import { setTheme, type Theme, useTheme } from "../ui/page";
import { problemText } from "../ui/problems";
import { Tooltip } from "../ui/Tooltip";
import { toasts } from "../ui/toasts";
import { PageSync } from "./PageSync";

const BoardPalette = lazy(() => import("./BoardPalette").then((module) => ({ default: module.BoardPalette })));
const KeySheet = lazy(() => import("../ui/KeySheet").then((module) => ({ default: module.KeySheet })));

type Overlay = "palette" | "keys" | null;

/** The frame filled: home, open boards, the person's menu, the keys that work everywhere. */
export function AppFrame() {
  const { t } = useLingui();
  const session = useSession();
  const navigate = useNavigate();
  const [overlay, setOverlay] = useState<Overlay>(null);
  const person = session.state === "signed-in" ? session.person : null;
  const isSignedOut = session.state === "signed-out" && !location.search.includes("link=");
  useCommandKeys();
  useAppCommands(setOverlay);

  useEffect(() => {
    // The session ended elsewhere: what is on the screen may no longer be shown.
    if (isSignedOut) void navigate({ to: "/sign-in", search: { next: returnAddress() } });
  }, [isSignedOut, navigate]);

  const openBoards = () => {
    void refreshHome();
    setOverlay("palette");
  };

  if (isSignedOut) return null;
  return (
    <PageSync>
      <Frame
        start={
          <>
            <Link to="/" className="frame__logo" aria-label={t`Home`}>
              <Logo />
            </Link>
            {person ? (
              <span className="frame__wide">
                <Tooltip content={t`Find a board or an action`} keys="mod+k">
                  <Button look="quiet" icon="board" onPress={openBoards}>{t`Open boards`}</Button>
                </Tooltip>
              </span>
            ) : null}
          </>
        }
        end={person ? <PersonMenu person={person} onKeys={() => setOverlay("keys")} /> : <SignInButton />}
        bottomStart={
          <>
            <Link to="/" className="frame__tab" activeOptions={{ exact: true }}>
              <Icon name="home" />
              {t`Home`}
            </Link>
            <AriaButton className="frame__tab" onPress={openBoards}>
              <Icon name="search" />
              {t`Find`}
            </AriaButton>
          </>
        }
        bottomEnd={
          <Link to="/settings" className="frame__tab">
            <Icon name="user" />
            {t`Me`}
          </Link>
        }
      >
        <Outlet />
      </Frame>
      <Suspense>
        {overlay === "palette" ? <BoardPalette onClose={() => setOverlay(null)} /> : null}
        {overlay === "keys" ? <KeySheet onClose={() => setOverlay(null)} /> : null}
      </Suspense>
    </PageSync>
  );
}

function returnAddress(): string | undefined {
  return location.pathname === "/" ? undefined : location.pathname + location.search;
}

function useAppCommands(setOverlay: (overlay: Overlay) => void): void {
  const { t } = useLingui();
  const navigate = useNavigate();
  useCommands(() => {
    const group = t`Everywhere`;
    const open = () => {
      void refreshHome();
      setOverlay("palette");
    };
    return [
      { id: "app.find", label: t`Find anything`, group, icon: "search", keys: ["mod+k"], isListed: false, run: open },
      { id: "app.home", label: t`Go home`, group, icon: "home", run: () => void navigate({ to: "/" }) },
      {
        id: "app.settings",
        label: t`My preferences`,
        group,
        icon: "settings",
        run: () => void navigate({ to: "/settings" }),
      },
      { id: "app.keys", label: t`Show the keys`, group, icon: "keyboard", keys: ["?"], run: () => setOverlay("keys") },
    ];
  }, [t, navigate, setOverlay]);
}

function PersonMenu({ person, onKeys }: { person: Person; onKeys: () => void }) {
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
  const groups = [
    {
      id: "person",
      entries: [
        {
          id: "settings",
          label: t`My preferences`,
          icon: "settings" as const,
          run: () => void navigate({ to: "/settings" }),
        },
        { id: "keys", label: t`Keys`, icon: "keyboard" as const, keys: "?", run: onKeys },
      ],
    },
    {
      id: "theme",
      title: t`Theme`,
      entries: themes.map(([id, label, icon]) => ({
        id,
        label,
        icon,
        isSelected: theme === id,
        run: () => setTheme(id),
      })),
    },
    {
      id: "leave",
      entries: [{ id: "sign-out", label: t`Sign out`, icon: "signOut" as const, run: () => void leave() }],
    },
  ];
  const header = (
    <div className="person-head">
      <strong>{person.name}</strong>
      <span dir="ltr">{person.email}</span>
    </div>
  );
  return (
    <Menu label={t`You`} groups={groups} header={header}>
      <AriaButton className="frame__person" aria-label={t`You: ${person.name}`}>
        <Avatar person={person} size={28} isDecorative />
      </AriaButton>
    </Menu>
  );
}

function SignInButton() {
  const { t } = useLingui();
  const navigate = useNavigate();
  return (
    <Button
      look="primary"
      size="small"
      onPress={() => void navigate({ to: "/sign-in", search: { next: returnAddress() } })}
    >{t`Sign in`}</Button>
  );
}
