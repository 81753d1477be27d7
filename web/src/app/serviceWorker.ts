/*
 * The service worker: opens the page without a network, and at once with one. It answers the app's own addresses with the page and hashed
 * files from its cache, and nothing else; data and sign-in never pass through it. A new version is fetched whole, then takes over with
 * the next load; the version before is kept, so that pages still open find their chunks. Built to /sw.js by build-plugins/offlineShell.ts,
 * which also puts the list of files in. The outbox is the page's own (IndexedDB) and is not touched.
 */
import { isAppAddress } from "./appRoutes";

type Lasting = { waitUntil(work: Promise<unknown>): void };
type Asked = Lasting & { request: Request; respondWith(answer: Promise<Response>): void };
type Worker = {
  addEventListener(kind: "install" | "activate", listener: (event: Lasting) => void): void;
  addEventListener(kind: "fetch", listener: (event: Asked) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
};

const worker = globalThis as unknown as Worker;
/** "version|file,file,…" */
const SHIPPED = "%TAFLA_SHIPPED%";
const [version, files = ""] = SHIPPED.split("|");
const PREFIX = "tafla-";
const CACHE = PREFIX + version;
const SHELL = "/";
const SINGLE_FILES = ["/favicon.svg", "/tafla.webmanifest"];
/** A reload asks the server first; a network that hangs must not keep the page waiting. */
const RELOAD_WAIT_MS = 2_000;

async function fill(): Promise<void> {
  const cache = await caches.open(CACHE);
  // All or nothing: half a version would be worse than the one before.
  await cache.addAll([new Request(SHELL, { cache: "no-cache" }), ...SINGLE_FILES, ...files.split(",")]);
  await worker.skipWaiting();
}

async function takeOver(): Promise<void> {
  const older = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  for (const name of older.slice(0, -1)) await caches.delete(name);
  await worker.clients.claim();
}

async function shell(): Promise<Response | undefined> {
  return (await caches.open(CACHE)).match(SHELL);
}

async function page(request: Request): Promise<Response> {
  const kept = await shell();
  if (!kept) return fetch(request);
  if (request.cache === "default" || request.cache === "force-cache") return kept;
  const giveUp = new Promise<Response>((resolve) => setTimeout(resolve, RELOAD_WAIT_MS, kept));
  return Promise.race([fetch(request).catch(() => kept), giveUp]);
}

async function file(request: Request): Promise<Response> {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) {
    // Copied before the page reads it.
    const copy = fresh.clone();
    void caches.open(CACHE).then((cache) => cache.put(request, copy));
  }
  return fresh;
}

function answer(request: Request): Promise<Response> | null {
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return null;
  if (request.mode === "navigate") return isAppAddress(pathname) ? page(request) : null;
  return pathname.startsWith("/assets/") || SINGLE_FILES.includes(pathname) ? file(request) : null;
}

worker.addEventListener("install", (event) => event.waitUntil(fill()));
worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));
worker.addEventListener("fetch", (event) => {
  const answered = answer(event.request);
  if (answered) event.respondWith(answered);
});
