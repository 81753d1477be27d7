import { useSearch } from "@tanstack/react-router";
import { type ReactNode, Suspense, useEffect, useState } from "react";
import { forgetHome } from "../features/home/homeData";
import "../features/home/guesses";
import { beforeSignOut, refreshSession, useSession } from "../features/people/session";
import { browser } from "../sync/env";
import { useConnection, useSync } from "../sync/hooks";
import { SyncProvider } from "../sync/SyncProvider";
import { late } from "../ui/late";
import { mayLeave, UnsentDialog } from "./leaving";
import { lookWhetherOutdated } from "./NewVersion";

const UploadsHost = late(() =>
  import("../features/files/uploads/UploadsHost").then((module) => ({ default: module.UploadsHost })),
);

/** After a socket was told to go while the session holds: not at once again, lest the two go on for ever. */
const RESTART_WAIT_MS = 5_000;
/** A server that is there and takes no socket for so long may speak a newer wire than this page (S18). */
const TROUBLE_MS = 5_000;

/**
 * The page's one sync engine: made when it is known who is there (a signed-in person, or a reader with a board's link), ended at sign-out.
 * Whoever is neither gets the children without one.
 */
export function PageSync({ children }: { children: ReactNode }) {
  const session = useSession();
  const { link = null } = useSearch({ strict: false }) as { link?: string };
  const [round, setRound] = useState(0);
  const person = session.state === "signed-in" ? session.person : null;
  if (!person && !link) return children;
  return (
    <SyncProvider key={`${person?.id} ${link} ${round}`} person={person} link={link}>
      {person ? <SessionWatch personId={person.id} onRestart={() => setRound((old) => old + 1)} /> : null}
      {person ? <Uploads /> : null}
      <VersionWatch />
      {children}
    </SyncProvider>
  );
}

/** Files on their way to the server, once the page stands. */
function Uploads() {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => browser.idle(() => setIdle(true)), []);
  return <Suspense>{isIdle ? <UploadsHost /> : null}</Suspense>;
}

/** A server often comes back newer than it went: looked at after each break, and while one lasts. */
function VersionWatch() {
  const { state } = useConnection();
  const [hadTrouble, setTrouble] = useState(false);
  useEffect(() => {
    if (state === "online") {
      if (hadTrouble) void lookWhetherOutdated();
      return;
    }
    const timer = setTimeout(() => {
      setTrouble(true);
      void lookWhetherOutdated();
    }, TROUBLE_MS);
    return () => clearTimeout(timer);
  }, [state, hadTrouble]);
  return null;
}

function SessionWatch({ personId, onRestart }: { personId: string; onRestart: () => void }) {
  const sync = useSync();
  const { stuck } = useConnection();
  const isTurnedAway = stuck === "signed_out";

  useEffect(
    () =>
      beforeSignOut({
        mayLeave: async () => {
          const { mayLeaveUploads } = await import("../features/files/uploads/mayLeave");
          const may = (await mayLeaveUploads(personId)) && (await mayLeave(sync));
          if (!may) return false;
          forgetHome(personId);
          const { clipboard } = await import("../features/cards/clipboard/clipboard");
          clipboard.clear();
          const { forgetUsed } = await import("../features/finding/used");
          forgetUsed(personId);
          const { forgetMarks } = await import("../features/marks/keptMarks");
          forgetMarks(personId);
          return true;
        },
        // The engine stopped, but the server kept the person signed in.
        stayed: onRestart,
      }),
    [sync, personId, onRestart],
  );

  useEffect(() => {
    if (!isTurnedAway) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // The answer 401 leads to the sign-in page (AppFrame); unsent work stays on the device for the next sign-in.
    refreshSession()
      .catch(() => undefined)
      .then((now) => {
        if (now?.state !== "signed-out") timer = setTimeout(onRestart, RESTART_WAIT_MS);
      });
    return () => clearTimeout(timer);
  }, [isTurnedAway, onRestart]);

  return <UnsentDialog />;
}
