import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useState, useSyncExternalStore } from "react";
import { ApiError, api } from "../kits/apikit";
import { useConnection } from "../sync/hooks";
import type { Sync } from "../sync/sync";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";

type Choice = "sent" | "stay" | "discard";

/** A command under way is answered in this time; asking about it would be a flash on the screen. */
const PATIENCE_MS = 2_000;
let answer: ((choice: Choice) => void) | null = null;
const listeners = new Set<() => void>();

function setAnswer(next: typeof answer): void {
  answer = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function ask(): Promise<Choice> {
  return new Promise((resolve) =>
    setAnswer((choice) => {
      setAnswer(null);
      resolve(choice);
    }),
  );
}

/**
 * Before a sign-out (S8): unsent work is sent, kept or discarded as the person says, then their copy is erased from the device. Nothing
 * is erased before the server is known to be there; without it nobody can be signed out. Throws when it is not.
 */
export async function mayLeave(sync: Sync): Promise<boolean> {
  const pending = () => sync.connection.now.pending;
  let isDiscarding = false;
  for (;;) {
    if (!isDiscarding && pending() > 0) await aMoment(() => pending() === 0 || sync.connection.now.state !== "online");
    if (!isDiscarding && pending() > 0) {
      const choice = await ask();
      if (choice === "stay") return false;
      isDiscarding = choice === "discard";
    }
    await reachServer();
    if ((await sync.signOut({ erase: isDiscarding })) === "clean") return true;
    // What is left without counting is nothing anybody typed (when a board was last opened).
    if (pending() === 0) isDiscarding = true;
  }
}

async function reachServer(): Promise<void> {
  try {
    await api.get("/api/v1/me");
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 401)) throw error;
  }
}

async function aMoment(isOver: () => boolean): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS && !isOver(); waited += 100)
    await new Promise((resolve) => setTimeout(resolve, 100));
}

export function UnsentDialog() {
  const { t } = useLingui();
  const choose = useSyncExternalStore(subscribe, () => answer);
  const { pending } = useConnection();
  const [isWaiting, setWaiting] = useState(false);
  const isSent = pending === 0;
  useEffect(() => {
    if (!choose) setWaiting(false);
    // With nothing left there is nothing to ask.
    else if (isSent) choose("sent");
  }, [choose, isSent]);
  if (!choose) return null;
  const footer = (
    <>
      <Button look="danger" onPress={() => choose("discard")}>{t`Discard and sign out`}</Button>
      <Button onPress={() => choose("stay")} autoFocus>{t`Stay signed in`}</Button>
      <Button look="primary" isPending={isWaiting} onPress={() => setWaiting(true)}>{t`Wait, then sign out`}</Button>
    </>
  );
  return (
    <Dialog
      isOpen
      isQuestion
      title={t`Some of your work has not been sent`}
      onClose={() => choose("stay")}
      footer={footer}
    >
      <p>
        <Plural
          value={pending}
          one="# change is on this device only, because there is no connection to the server."
          other="# changes are on this device only, because there is no connection to the server."
        />{" "}
        {isWaiting ? (
          <Trans>They are sent as soon as there is one; then you are signed out.</Trans>
        ) : (
          <Trans>Signing out removes your work from this device.</Trans>
        )}
      </p>
    </Dialog>
  );
}
