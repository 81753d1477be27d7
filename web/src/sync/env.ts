/** What the engine takes from its surroundings; tests put a virtual clock and a lossy network here. */
export interface SocketLike {
  send(text: string): void;
  close(): void;
  onopen: ((event: never) => void) | null;
  onmessage: ((event: never) => void) | null;
  onclose: ((event: never) => void) | null;
}

export interface Fetched {
  status: number;
  body: unknown;
}

export interface Surroundings {
  now(): number;
  random(): number;
  /** Runs once after `ms`; the answer cancels it. */
  later(ms: number, run: () => void): () => void;
  /** Runs in the next animation frame, or soon after in a tab that draws none. */
  frame(run: () => void): void;
  /** Runs when the page has nothing better to do. */
  idle(run: () => void): void;
  connect(path: string): SocketLike;
  /** Throws when there is no network. */
  fetch(path: string): Promise<Fetched>;
  isOnline(): boolean;
  /** Calls back when the network returns or the page is looked at again. */
  onWake(listener: () => void): () => void;
  /** Calls back when the device says that it has lost its network. */
  onOffline(listener: () => void): () => void;
  /** Loads the page again; never twice within a minute. */
  reload(): void;
}

// A tab in the background draws no frames, but its order of rows must not fall behind without end.
const HIDDEN_FRAME_MS = 250;
const RELOAD_KEY = "tafla.reloaded";

function frame(run: () => void): void {
  let ran = false;
  const once = () => {
    if (ran) return;
    ran = true;
    clearTimeout(timer);
    cancelAnimationFrame(asked);
    run();
  };
  const asked = requestAnimationFrame(once);
  const timer = setTimeout(once, HIDDEN_FRAME_MS);
}

function idle(run: () => void): void {
  // Safari has no requestIdleCallback.
  if (typeof requestIdleCallback === "function") requestIdleCallback(run, { timeout: 2000 });
  else setTimeout(run, 300);
}

function reload(): void {
  const last = Number(sessionStorage.getItem(RELOAD_KEY) ?? 0);
  if (Date.now() - last < 60_000) return;
  sessionStorage.setItem(RELOAD_KEY, String(Date.now()));
  location.reload();
}

function onWake(listener: () => void): () => void {
  const seen = () => {
    if (document.visibilityState === "visible") listener();
  };
  window.addEventListener("online", listener);
  document.addEventListener("visibilitychange", seen);
  return () => {
    window.removeEventListener("online", listener);
    document.removeEventListener("visibilitychange", seen);
  };
}

function onOffline(listener: () => void): () => void {
  window.addEventListener("offline", listener);
  return () => window.removeEventListener("offline", listener);
}

async function fetchJson(path: string): Promise<Fetched> {
  // no-cache asks the server whether the kept answer is still right; a stale one would be sent back with a reset.
  const response = await fetch(path, {
    credentials: "same-origin",
    cache: "no-cache",
    headers: { Accept: "application/json" },
  });
  const body: unknown = await response.json().catch(() => null);
  return { status: response.status, body };
}

export const browser: Surroundings = {
  now: () => Date.now(),
  random: () => Math.random(),
  later(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  frame,
  idle,
  connect: (path) => new WebSocket(`${location.protocol === "https:" ? "wss:" : "ws:"}//${location.host}${path}`),
  fetch: fetchJson,
  isOnline: () => navigator.onLine !== false,
  onWake,
  onOffline,
  reload,
};
