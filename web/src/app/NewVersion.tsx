import { Trans } from "@lingui/react/macro";
import { useSyncExternalStore } from "react";
import { scriptAddress } from "../kits/trustedTypes";
import { Button } from "../ui/Button";
import { Icon } from "../ui/icons";

const ASK_EVERY_MS = 60 * 60 * 1000;
let isOutdated = false;
const listeners = new Set<() => void>();

/** Starts the service worker, and looks once an hour whether there is a newer one. */
export async function startWorker(): Promise<void> {
  const container = navigator.serviceWorker;
  if (!import.meta.env.PROD || !container) return;
  // The first worker ever is no news.
  const hadOne = container.controller !== null;
  container.addEventListener("controllerchange", () => void (hadOne && lookWhetherOutdated()));
  const registration = await container.register(scriptAddress("/sw.js"), { updateViaCache: "none" });
  let askedAt = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - askedAt < ASK_EVERY_MS) return;
    askedAt = Date.now();
    registration.update().catch(() => undefined);
  });
}

/** Whether it is old: only a page that started from other scripts than the server's page names. If so, the line appears. */
export async function lookWhetherOutdated(): Promise<boolean> {
  if (isOutdated || !import.meta.env.PROD) return isOutdated;
  const entry = document.querySelector<HTMLScriptElement>('script[type="module"][src]');
  const page = await fetch("/", { cache: "no-cache" }).catch(() => null);
  if (!entry || !page?.ok || (await page.text()).includes(new URL(entry.src).pathname)) return false;
  isOutdated = true;
  for (const listener of listeners) listener();
  return true;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** One quiet line; nothing is reloaded under somebody's hands. */
export function NewVersion() {
  const isOld = useSyncExternalStore(subscribe, () => isOutdated);
  if (!isOld) return null;
  return (
    <div className="new-version" role="status">
      <Icon name="info" className="new-version__icon" />
      <span>
        <Trans>A new version is ready.</Trans>
      </span>
      <Button size="small" onPress={() => location.reload()}>
        <Trans>Reload</Trans>
      </Button>
    </div>
  );
}
