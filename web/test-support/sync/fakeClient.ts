import type { Disk } from "../../src/sync/disk";
import { StoredDrafts, type TextStorage } from "../../src/sync/drafts";
import type { Fetched, SocketLike, Surroundings } from "../../src/sync/env";
import { MemoryDisk } from "../../src/sync/memoryDisk";
import { Sync } from "../../src/sync/sync";
import type { Tabs } from "../../src/sync/tabs";
import type { VirtualClock } from "./clock";
import type { FakeServer, Peer } from "./fakeServer";

/** The network between one client and the server: what it loses, repeats and delays. */
export interface Weather {
  isUp: boolean;
  random(): number;
  loss: number;
  repeat: number;
  /** Longest delay; above 0 frames overtake each other. */
  delay: number;
}

export const calm = (): Weather => ({ isUp: true, random: () => 0.5, loss: 0, repeat: 0, delay: 0 });

export interface Device {
  disk: Disk;
  storage: TextStorage;
}

export function newDevice(): Device {
  const texts = new Map<string, string>();
  const storage: TextStorage = {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
    get length() {
      return texts.size;
    },
    key: (at) => [...texts.keys()][at] ?? null,
  };
  return { disk: new MemoryDisk(true), storage };
}

/** One tab alone: it owns its outbox at once. */
export const alone = (): Tabs => ({ own: (run) => run(), post() {}, onMessage() {}, close() {} });

export interface ClientOptions {
  server: FakeServer;
  clock: VirtualClock;
  weather?: Weather;
  device?: Device;
  person?: string | null;
  tabs?: Tabs;
}

export interface Client {
  sync: Sync;
  weather: Weather;
  device: Device;
  wake(): void;
  /** The device notices that its network is gone. */
  cut(): void;
  reloads: number;
}

/** A page with its engine, started. */
export function newClient(options: ClientOptions): Client {
  const { server, clock, weather = calm(), device = newDevice(), person = "p1", tabs = alone() } = options;
  const wakers = new Set<() => void>();
  const cutters = new Set<() => void>();
  const client = {
    weather,
    device,
    reloads: 0,
    wake() {
      for (const wake of [...wakers]) wake();
    },
    cut() {
      weather.isUp = false;
      for (const cut of [...cutters]) cut();
    },
  } as unknown as Client;
  const env: Surroundings = {
    now: () => clock.now,
    random: weather.random,
    later: (ms, run) => clock.later(ms, run),
    frame: (run) => void clock.later(16, run),
    idle: (run) => void clock.later(50, run),
    connect: () => connect(server, clock, weather, person),
    fetch: (path) => fetchFrom(server, clock, weather, path),
    isOnline: () => weather.isUp,
    onWake: (listener) => {
      wakers.add(listener);
      return () => wakers.delete(listener);
    },
    onOffline: (listener) => {
      cutters.add(listener);
      return () => cutters.delete(listener);
    },
    reload: () => {
      client.reloads += 1;
    },
  };
  client.sync = new Sync({
    person,
    link: null,
    env,
    disk: device.disk,
    tabs,
    drafts: new StoredDrafts(device.storage, person),
  });
  client.sync.start();
  return client;
}

function fetchFrom(server: FakeServer, clock: VirtualClock, weather: Weather, path: string): Promise<Fetched> {
  const [, scope = "", part = "all"] = /\/live\/snapshot\/([^?]+)\?part=(\w+)/.exec(path) ?? [];
  return new Promise((resolve, reject) => {
    clock.later(1 + weather.random() * weather.delay, () => {
      if (!weather.isUp || weather.random() < weather.loss) return reject(new Error("no network"));
      const page = /\/talks\/([^/]+)\/messages\?before=(\d+)\.[^&]+&limit=(\d+)/.exec(path);
      if (page) {
        const [, subject = "", before, limit] = page;
        return resolve({ status: 200, body: structuredClone(server.page(subject, Number(before), Number(limit))) });
      }
      const snapshot = server.snapshot(scope, part as "head" | "all");
      resolve(
        snapshot
          ? { status: 200, body: structuredClone(snapshot) }
          : { status: 404, body: { code: "not_found", args: {} } },
      );
    });
  });
}

function connect(server: FakeServer, clock: VirtualClock, weather: Weather, person: string | null): SocketLike {
  let isOpen = true;
  const carry = (run: () => void, mayLose: boolean) => {
    if (!weather.isUp || (mayLose && weather.random() < weather.loss)) return;
    const copies = mayLose && weather.random() < weather.repeat ? 2 : 1;
    for (let copy = 0; copy < copies; copy++)
      clock.later(weather.delay > 0 ? weather.random() * weather.delay : 0, () => isOpen && run());
  };
  const closed = () => {
    if (!isOpen) return;
    isOpen = false;
    server.leave(peer);
    (socket.onclose as ((event: unknown) => void) | null)?.({});
  };
  const peer: Peer = {
    person,
    tell: (message) => {
      const data = JSON.stringify(message);
      // Greetings get through or the connection does not stand; the rest may be lost, repeated, overtaken.
      carry(() => (socket.onmessage as ((event: unknown) => void) | null)?.({ data }), !data.includes('"welcome"'));
    },
    close: closed,
  };
  const socket: SocketLike = {
    onopen: null,
    onmessage: null,
    onclose: null,
    send: (text) => {
      const message = JSON.parse(text) as Record<string, unknown>;
      carry(() => server.hear(peer, message), message.t !== "hello");
    },
    close: () => {
      isOpen = false;
      server.leave(peer);
    },
  };
  clock.later(1, () => {
    if (!weather.isUp) return closed();
    server.connect(peer);
    (socket.onopen as ((event: unknown) => void) | null)?.({});
  });
  return socket;
}
