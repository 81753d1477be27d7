import { beforeEach, describe, expect, it } from "vitest";
import "../features/chat/guesses/registered";
import { VirtualClock } from "../../test-support/sync/clock";
import { type Client, newClient, newDevice } from "../../test-support/sync/fakeClient";
import { FakeServer } from "../../test-support/sync/fakeServer";
import { seedBoard } from "../../test-support/sync/sampleBoard";
import { message, seedTalk } from "../../test-support/sync/sampleTalk";
import type { MessageRow } from "../contracts/rows";
import type { Surroundings } from "./env";
import { addPage } from "./pages";
import { Rebase } from "./rebase";
import { ScopeStream } from "./scopeStream";
import { Store } from "./store";
import type { Change } from "./wire";

const SCOPE = "chat:b";
const COUNT = 130;
let clock: VirtualClock;
let server: FakeServer;

beforeEach(() => {
  clock = new VirtualClock();
  server = new FakeServer(() => clock.now);
  seedBoard(server, "b", 1);
  seedTalk(server, "b", "b", COUNT);
});

const held = ({ sync }: Client) =>
  (sync.store.all("messages") as unknown as MessageRow[]).toSorted((one, other) => one.at - other.at);
const names = (client: Client) => held(client).map(({ id }) => id);
const from = (first: number) => Array.from({ length: COUNT - first }, (_, at) => `b.m${first + at}`);

async function opened(device = newDevice()): Promise<Client> {
  const client = newClient({ server, clock, device });
  client.sync.open("talk:b");
  client.sync.open(SCOPE);
  await clock.pass(200);
  return client;
}

async function readBack(client: Client): Promise<Record<string, number> | null> {
  const [oldest] = held(client);
  const found = client.sync.addPage(SCOPE, `/api/v1/talks/b/messages?before=${oldest?.at}.${oldest?.id}&limit=50`);
  await clock.pass(50);
  return found;
}

describe("a long scope (S6)", () => {
  it("opens with its newest rows, and is read back page by page without a hole", async () => {
    const client = await opened();
    expect(names(client)).toEqual(from(80));
    expect(client.sync.store.all("reactions")).toHaveLength(5);
    expect(await readBack(client)).toEqual({ messages: 50, reactions: 5 });
    expect(await readBack(client)).toEqual({ messages: 30, reactions: 3 });
    expect(await readBack(client)).toEqual({ messages: 0, reactions: 0 });
    expect(names(client)).toEqual(from(0));
  });

  it("passes over what happens to rows it does not hold, and follows those it has read", async () => {
    const client = await opened();
    server.act("p2", "e1", "chat.edit", { message_id: "b.m3", text: "unseen" });
    server.act("p2", "e2", "chat.react", { message_id: "b.m3", emoji: "🎉", on: true });
    await clock.pass(50);
    expect(names(client)).toEqual(from(80));
    await readBack(client);
    server.act("p2", "e3", "chat.edit", { message_id: "b.m40", text: "seen" });
    await clock.pass(50);
    expect(client.sync.store.read("messages", "b.m40")?.text).toBe("seen");
    await readBack(client);
    expect(client.sync.store.read("messages", "b.m3")?.text).toBe("unseen");
  });

  it("has no hole when it is opened from the device again, whatever was read and changed before", async () => {
    const device = newDevice();
    const first = await opened(device);
    await readBack(first);
    server.act("p2", "e1", "chat.edit", { message_id: "b.m31", text: "changed" });
    await clock.pass(500);
    first.sync.stop();
    const second = newClient({ server, clock, device, weather: { ...first.weather, isUp: false } });
    second.sync.open(SCOPE);
    await clock.pass(200);
    expect(second.sync.scopes.status(SCOPE).state).toBe("ready");
    expect(names(second)).toEqual(from(80));
    expect(second.sync.store.all("reactions")).toHaveLength(5);
  });

  it("has no page while it is not there", async () => {
    const client = newClient({ server, clock });
    expect(await client.sync.addPage(SCOPE, "/api/v1/talks/b/messages?before=1.x&limit=50")).toBeNull();
    client.sync.open(SCOPE);
    await clock.pass(200);
    client.weather.isUp = false;
    const asked = client.sync.addPage(SCOPE, "/api/v1/talks/b/messages?before=81000.b.m80&limit=50");
    await clock.pass(50);
    expect(await asked).toBeNull();
  });
});

describe("a page that was long on its way", () => {
  const store = new Store();
  let stream: ScopeStream;
  let answer: (page: unknown) => void;
  let asked: Promise<Record<string, number> | null>;

  const change = (seq: number, fields: Partial<MessageRow>): Change => [
    ...([SCOPE, "e", seq, "p2", `c${seq}`, 0] as const),
    [["~", "messages", "old", fields]],
  ];

  beforeEach(() => {
    const env = {
      fetch: () =>
        new Promise((resolve) => {
          answer = (body) => resolve({ status: 200, body });
        }),
    } as unknown as Surroundings;
    stream = new ScopeStream(SCOPE, env, () => undefined);
    stream.start("e", 5);
    store.change(() => store.truth.drop(SCOPE));
    const rebase = new Rebase(store, "p1", () => null);
    asked = addPage({ env, store, rebase, link: null }, stream, "/page");
  });

  it("is brought up to what was read meanwhile", async () => {
    for (const list of stream.hearers) list.push(change(6, { text: "six" }), change(7, { text: "seven" }));
    answer({ epoch: "e", seq: 6, messages: [message("old", "b", 1, { text: "six" })], reactions: [] });
    expect(await asked).toEqual({ messages: 1, reactions: 0 });
    expect(store.read("messages", "old")?.text).toBe("seven");
    expect(stream.hearers.size).toBe(0);
  });

  it("is not used when the scope has begun anew", async () => {
    stream.start("e", 9);
    answer({ epoch: "e", seq: 6, messages: [message("old", "b", 1)], reactions: [] });
    expect(await asked).toBeNull();
    expect(store.truth.get(SCOPE, "messages", "old")).toBeUndefined();
  });
});
