import { useLingui } from "@lingui/react/macro";
import { Link, Outlet, useNavigate, useRouter } from "@tanstack/react-router";
import { Suspense, useEffect, useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { useLifeQuestion } from "../features/home/life/lifeStore";
import { useSession } from "../features/people/session";
import { Avatar } from "../ui/Avatar";
import { Button } from "../ui/Button";
import { CommandButton } from "../ui/CommandButton";
import { useCommandKeys, useCommands } from "../ui/commands";
import { keepTyping } from "../ui/earlyKeys";
import { Frame } from "../ui/Frame";
import { Icon } from "../ui/icons";
import { Logo } from "../ui/Logo";
import { late } from "../ui/late";
import { whenIdle } from "../ui/overlays";
import { openPalette, usePaletteOpen } from "../ui/paletteState";
import { preloaded } from "../ui/preloaded";
import { Tooltip } from "../ui/Tooltip";
import { PageSync } from "./PageSync";

const [AppPalette, fetchPalette] = preloaded(() => import("./AppPalette").then((module) => module.AppPalette));
const PersonMenu = late(() => import("./PersonMenu").then((module) => ({ default: module.PersonMenu })));
const LifeHost = late(() => import("../features/home/life/LifeHost").then((module) => ({ default: module.LifeHost })));
const KeySheet = late(() => import("../ui/KeySheet").then((module) => ({ default: module.KeySheet })));

/** The first opening finds all it needs here. */
const warmPalette = () => Promise.all([fetchPalette(), import("./AppPalette").then(({ warmUp }) => warmUp())]);

/** The frame filled: home, open boards, the person's menu, the keys that work everywhere. */
export function AppFrame() {
  const { t } = useLingui();
  const session = useSession();
  const navigate = useNavigate();
  const [hasKeys, setKeys] = useState(false);
  const isFinding = usePaletteOpen();
  const isAsking = useLifeQuestion() !== null;
  const person = session.state === "signed-in" ? session.person : null;
  const isSignedOut = session.state === "signed-out" && !location.search.includes("link=");
  useCommandKeys();
  useFrameCommands(person !== null, setKeys);
  useEffect(() => whenIdle(warmPalette), []);

  useEffect(() => {
    // The session ended elsewhere: what is on the screen may no longer be shown.
    if (isSignedOut) void navigate({ to: "/sign-in", search: { next: returnAddress() } });
  }, [isSignedOut, navigate]);

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
                  <Button look="quiet" icon="board" onPress={openPalette}>{t`Open boards`}</Button>
                </Tooltip>
              </span>
            ) : null}
          </>
        }
        end={
          person ? (
            <>
              <CommandButton id="app.search" />
              <Suspense fallback={<Avatar person={person} size={28} isDecorative className="frame__person-waits" />}>
                <PersonMenu person={person} />
              </Suspense>
            </>
          ) : (
            <SignInButton />
          )
        }
        bottomStart={
          <>
            <Link to="/" className="frame__tab" activeOptions={{ exact: true }}>
              <Icon name="home" />
              {t`Home`}
            </Link>
            <AriaButton className="frame__tab" onPress={openPalette}>
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
        {person && isFinding ? <AppPalette /> : null}
        {hasKeys ? <KeySheet onClose={() => setKeys(false)} /> : null}
        {isAsking ? <LifeHost /> : null}
      </Suspense>
    </PageSync>
  );
}

function returnAddress(): string | undefined {
  return location.pathname === "/" ? undefined : location.pathname + location.search;
}

/** What has a key on every page; the palette brings the rest. */
function useFrameCommands(isPerson: boolean, setKeys: (isShown: boolean) => void): void {
  const { t } = useLingui();
  const router = useRouter();
  useCommands(() => {
    const group = t`Everywhere`;
    const guard = () => isPerson;
    const search = () => {
      if (router.state.location.pathname !== "/search") keepTyping();
      const { boardId } = (router.state.matches.at(-1)?.params ?? {}) as { boardId?: string };
      router.history.push(boardId ? `/search?here=${boardId}` : "/search");
    };
    return [
      {
        ...{ id: "app.find", label: t`Open boards`, group, icon: "search", keys: ["mod+k"], isListed: false },
        ...{ guard, run: openPalette },
      },
      { id: "app.search", label: t`Search`, group, icon: "search", keys: ["/"], guard, run: search },
      { id: "app.home", label: t`Go home`, group, icon: "home", run: () => router.history.push("/") },
      { id: "app.keys", label: t`Show the keys`, group, icon: "keyboard", keys: ["?"], run: () => setKeys(true) },
    ];
  }, [t, router, isPerson, setKeys]);
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
