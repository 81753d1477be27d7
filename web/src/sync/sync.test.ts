import { beforeEach, describe, expect, it, vi } from "vitest";
import "../features/boards/guesses/registered";
import "../features/cards/guesses/registered";
import { VirtualClock } from "../../test-support/sync/clock";
import { type ClientOptions, calm, newClient, newDevice } from "../../test-support/sync/fakeClient";
import { FakeServer } from "../../test-support/sync/fakeServer";
import { seedBoard } from "../../test-support/sync/sampleBoard";

const DAY_MS = 86_400_000;
let clock: VirtualClock;
let server: FakeServer;

beforeEach(() => {
  clock = new VirtualClock();
  server = new FakeServer(() => clock.now);
  seedBoard(server, "b", 40);
  seedBoard(server, "c", 1);
});

async function opened(options: Partial<ClientOptions> = {}) {
  const client = newClient({ server, clock, ...options });
  client.sync.open("board:b");
  await clock.pass(200);
  return client;
}

const titleOf = (
  client: { sync: { store: { read: (table: "cards", id: string) => { title: string } | undefined } } },
  id: string,
) => client.sync.store.read("cards", id)?.title;

describe("opening", () => {
  it("shows the head first, with real counts, then everything", async () => {
    const client = newClient({ server, clock, weather: { ...calm(), delay: 100 } });
    client.sync.open("board:b");
    await clock.pass(75);
    expect(client.sync.scopes.status("board:b").state).toBe("head");
    expect(client.sync.store.order("cards", "b.todo")).toHaveLength(30);
    expect(client.sync.store.count("cards", "b.todo")).toBe(40);
    await clock.pass(500);
    expect(client.sync.scopes.status("board:b").state).toBe("ready");
    expect(client.sync.store.order("cards", "b.todo")).toHaveLength(40);
  });

  it("opens from the local copy without a download, and takes only what came since (S5)", async () => {
    const device = newDevice();
    const first = await opened({ device });
    await clock.pass(2000);
    first.sync.stop();
    const changedAt = clock.now;
    server.act("p2", "x1", "card.rename", { card_id: "b.3", title: "Changed" });
    const weather = calm();
    const second = newClient({ server, clock, device, weather });
    weather.isUp = false;
    second.sync.open("board:b");
    await clock.pass(100);
    expect(second.sync.store.order("cards", "b.todo")).toHaveLength(40);
    expect(titleOf(second, "b.3")).toBe("b.3");
    weather.isUp = true;
    second.wake();
    await clock.pass(20_000);
    expect(titleOf(second, "b.3")).toBe("Changed");
    // Known as what it is: done while nobody was here.
    expect(second.sync.lastChange).toEqual({ by: "p2", table: "cards", id: "b.3", at: changedAt });
  });

  it("says at once that the network is gone, and counts what waits", async () => {
    const client = await opened();
    client.cut();
    void client.sync.send("card.rename", { card_id: "b.1", title: "Offline" });
    await clock.pass(50);
    expect(client.sync.connection.now).toMatchObject({ state: "offline", pending: 1 });
    // What nobody did by hand is nobody's waiting work.
    void client.sync.send("pref.open_board", { board_id: "b" }, { quiet: true });
    expect(client.sync.connection.now.pending).toBe(1);
    client.weather.isUp = true;
    client.wake();
    await clock.pass(20_000);
    expect(client.sync.connection.now).toMatchObject({ state: "online", pending: 0 });
  });

  it("says gone, drops rows and the local copy (S10)", async () => {
    const client = await opened();
    await clock.pass(2000);
    server.revoke("board:b");
    await clock.pass(100);
    expect(client.sync.scopes.status("board:b")).toEqual({ state: "gone", code: "lost_access" });
    expect(client.sync.store.read("cards", "b.1")).toBeUndefined();
    expect(await client.device.disk.copyHead("board:b")).toBeUndefined();
  });

  it("comes back to who waits for it, when access does (S10)", async () => {
    const client = await opened();
    server.revoke("board:b");
    await clock.pass(100);
    void client.sync.scopes.again("board:b");
    await clock.pass(100);
    expect(client.sync.scopes.status("board:b"), "why it went stays said").toEqual({
      state: "gone",
      code: "lost_access",
    });
    server.closedTo.delete("board:b");
    void client.sync.scopes.again("board:b");
    await clock.pass(200);
    expect(client.sync.scopes.status("board:b").state).toBe("ready");
    server.act("p2", "x1", "card.rename", { card_id: "b.1", title: "Since" });
    await clock.pass(100);
    expect(titleOf(client, "b.1"), "changes come again").toBe("Since");
  });

  it("keeps a closed scope a while, then forgets it", async () => {
    const client = newClient({ server, clock });
    const close = client.sync.open("board:b");
    await clock.pass(200);
    close();
    await clock.pass(5_000);
    expect(client.sync.store.read("cards", "b.1")).toBeDefined();
    server.act("p2", "x1", "card.rename", { card_id: "b.1", title: "Meanwhile" });
    const closeAgain = client.sync.open("board:b");
    await clock.pass(100);
    expect(titleOf(client, "b.1")).toBe("Meanwhile");
    closeAgain();
    await clock.pass(70_000);
    expect(client.sync.store.read("cards", "b.1")).toBeUndefined();
  });
});

describe("order of changes (S5)", () => {
  it("does not ask for a change that comes in turn", async () => {
    const client = await opened();
    const heard = vi.spyOn(server, "hear");
    server.act("p2", "x1", "card.rename", { card_id: "b.1", title: "One" });
    await clock.pass(100);
    expect(titleOf(client, "b.1")).toBe("One");
    expect(heard.mock.calls.filter(([, message]) => message.t === "sub")).toEqual([]);
  });

  it("fills a gap that a lost frame left", async () => {
    const client = await opened();
    client.weather.loss = 1;
    server.act("p2", "x1", "card.rename", { card_id: "b.1", title: "One" });
    client.weather.loss = 0;
    server.act("p2", "x2", "card.rename", { card_id: "b.2", title: "Two" });
    await clock.pass(100);
    expect([titleOf(client, "b.1"), titleOf(client, "b.2")]).toEqual(["One", "Two"]);
  });

  it("takes a snapshot when the log is cut or the epoch is another", async () => {
    const client = await opened();
    client.weather.isUp = false;
    server.closeAll();
    server.act("p2", "x1", "card.rename", { card_id: "b.1", title: "One" });
    server.cutLog("board:b");
    client.weather.isUp = true;
    await clock.pass(20_000);
    expect(titleOf(client, "b.1")).toBe("One");
    const scope = server.scope("board:b");
    Object.assign(scope, { epoch: "e2", seq: 0, log: [] });
    server.act("p2", "x2", "card.rename", { card_id: "b.1", title: "Restored" });
    server.closeAll();
    await clock.pass(20_000);
    expect(titleOf(client, "b.1")).toBe("Restored");
  });

  it("keeps a moved card whichever board's change comes first (S21)", async () => {
    const client = await opened();
    client.sync.open("board:c");
    await clock.pass(200);
    server.act("p2", "x1", "card.move", { card_ids: ["b.0"], column_id: "c.todo" });
    await clock.pass(100);
    expect(client.sync.store.read("cards", "b.0")?.board_id).toBe("c");
    expect(client.sync.store.order("cards", "b.todo")).not.toContain("b.0");
    expect(client.sync.store.order("cards", "c.todo")).toContain("b.0");
  });
});

describe("guesses (S7, S9)", () => {
  it("shows at once, keeps showing until the change is here, and lets others' changes through", async () => {
    const client = await opened();
    void client.sync.send("card.move", { card_ids: ["b.0"], column_id: "b.doing" });
    expect(client.sync.store.order("cards", "b.doing")).toEqual(["b.0"]);
    server.act("p2", "x1", "card.rename", { card_id: "b.0", title: "Theirs" });
    const seen: number[] = [];
    client.sync.store.watchers.watch("order cards b.doing", () =>
      seen.push(client.sync.store.order("cards", "b.doing").length),
    );
    await clock.pass(200);
    expect(client.sync.store.order("cards", "b.doing")).toEqual(["b.0"]);
    expect(titleOf(client, "b.0")).toBe("Theirs");
    expect(seen.filter((length) => length !== 1)).toEqual([]);
  });

  it("undoes a refused one, tells why, and keeps the typed text", async () => {
    server.refuse = (verb) => (verb === "card.rename" ? "card_completed" : null);
    const client = await opened();
    const told: unknown[] = [];
    client.sync.onRefused((verb, _args, answer) => told.push([verb, answer.code]));
    const answer = client.sync.send("card.rename", { card_id: "b.0", title: "Long thought" });
    expect(titleOf(client, "b.0")).toBe("Long thought");
    await clock.pass(100);
    expect(await answer).toEqual({ s: "refused", code: "card_completed", args: {} });
    expect(titleOf(client, "b.0")).toBe("b.0");
    expect(told).toEqual([["card.rename", "card_completed"]]);
    expect(client.sync.drafts.get("refused.card.rename.b.0")).toBe("Long thought");
  });

  it("waits when told later, then sends again in order", async () => {
    const client = await opened();
    server.delay = () => ({ code: "storage_unavailable", wait: 1000 });
    void client.sync.send("card.rename", { card_id: "b.0", title: "A" });
    void client.sync.send("card.rename", { card_id: "b.0", title: "B" });
    await clock.pass(500);
    expect(client.sync.connection.now).toEqual({ state: "online", pending: 2, stuck: "storage_unavailable" });
    server.delay = () => null;
    await clock.pass(2000);
    expect(client.sync.connection.now).toEqual({ state: "online", pending: 0, stuck: undefined });
    expect(server.store.read("cards", "b.0")?.title).toBe("B");
  });
});

describe("the outbox over days (S3, S8)", () => {
  it("replays in order with the same ids after a reload and three days offline; each runs once", async () => {
    const device = newDevice();
    const weather = calm();
    const first = await opened({ device, weather });
    await clock.pass(2000);
    weather.isUp = false;
    server.closeAll();
    for (const title of ["A", "B", "C"]) void first.sync.send("card.rename", { card_id: "b.0", title });
    await clock.pass(1000);
    first.sync.stop();
    await clock.pass(3 * DAY_MS);
    const second = newClient({ server, clock, device, weather });
    second.sync.open("board:b");
    await clock.pass(1000);
    expect(titleOf(second, "b.0")).toBe("C");
    expect(second.sync.connection.now.pending).toBe(3);
    weather.isUp = true;
    second.wake();
    await clock.pass(30_000);
    expect(server.store.read("cards", "b.0")?.title).toBe("C");
    expect([...server.runs.values()]).toEqual([1, 1, 1]);
    expect(second.sync.connection.now.pending).toBe(0);
    expect(await device.disk.entries()).toEqual([]);
  });

  it("takes the first answer again when the answer was lost", async () => {
    const client = await opened();
    void client.sync.send("card.rename", { card_id: "b.0", title: "Once" });
    await clock.pass(0);
    client.weather.isUp = false;
    await clock.pass(5);
    server.closeAll();
    client.weather.isUp = true;
    await clock.pass(10_000);
    expect([...server.runs.values()]).toEqual([1]);
    expect(client.sync.connection.now.pending).toBe(0);
  });

  it("shows what is older than 60 days as a draft and does not send it", async () => {
    const device = newDevice();
    await device.disk.addEntry({
      id: "old",
      verb: "card.rename",
      args: { card_id: "b.0", title: "Old" },
      at: clock.now - 61 * DAY_MS,
    });
    const client = await opened({ device });
    expect(server.runs.size).toBe(0);
    expect(client.sync.drafts.get("expired.card.rename.b.0")).toBe("Old");
    expect(await device.disk.entries()).toEqual([]);
  });

  it("reports unsent work at sign-out, and erases only when told to", async () => {
    const client = await opened();
    client.weather.isUp = false;
    server.closeAll();
    void client.sync.send("card.rename", { card_id: "b.0", title: "Unsent" });
    await clock.pass(100);
    expect(await client.sync.signOut()).toBe("unsent");
    expect(await client.device.disk.entries()).toHaveLength(1);
    expect(await client.sync.signOut({ erase: true })).toBe("clean");
    expect(await client.device.disk.entries()).toHaveLength(0);
  });
});

describe("undo, versions, silence", () => {
  it("offers undo of one's own commands and takes a pending guess back at once (S13)", async () => {
    const client = await opened();
    client.weather.isUp = false;
    void client.sync.send("card.rename", { card_id: "b.0", title: "New" });
    expect(client.sync.undoStack.state).toEqual({ canUndo: true, canRedo: false });
    client.sync.undo();
    expect(titleOf(client, "b.0")).toBe("b.0");
    expect(client.sync.undoStack.state).toEqual({ canUndo: false, canRedo: true });
    void client.sync.send("card.rename", { card_id: "b.1", title: "Other" });
    expect(client.sync.undoStack.state).toEqual({ canUndo: true, canRedo: false });
  });

  it("drops the copy but not the outbox when the server speaks another wire version (S18)", async () => {
    const client = await opened();
    await clock.pass(2000);
    server.delay = () => ({ code: "restarting", wait: 10_000 });
    void client.sync.send("card.rename", { card_id: "b.0", title: "Kept" });
    await clock.pass(100);
    server.tellAll({ t: "wire", wire: 2 });
    await clock.pass(100);
    expect(client.reloads).toBe(1);
    expect(await client.device.disk.copyHead("board:b")).toBeUndefined();
    expect(await client.device.disk.entries()).toHaveLength(1);
  });

  it("replaces a connection that went silent, and stays away when signed out", async () => {
    const client = await opened();
    client.weather.isUp = false;
    await clock.pass(45_000);
    expect(client.sync.connection.now.state).not.toBe("online");
    client.weather.isUp = true;
    await clock.pass(15_000);
    expect(client.sync.connection.now.state).toBe("online");
    server.tellAll({ t: "bye", code: "signed_out" });
    await clock.pass(60_000);
    expect(client.sync.connection.now).toMatchObject({ state: "offline", stuck: "signed_out" });
  });

  it("says that too many are connected, and comes back after a pause", async () => {
    const client = await opened();
    server.tellAll({ t: "bye", code: "too_many" });
    await clock.pass(4_000);
    expect(client.sync.connection.now).toMatchObject({ state: "offline", stuck: "too_many_sockets" });
    void client.sync.send("card.rename", { card_id: "b.0", title: "Waits" });
    await clock.pass(500);
    expect(client.sync.connection.now).toMatchObject({ pending: 1, stuck: "too_many_sockets" });
    await clock.pass(15_000);
    expect(client.sync.connection.now).toEqual({ state: "online", pending: 0, stuck: undefined });
  });

  it("gives link readers rows and refuses their commands", async () => {
    const client = await opened({ person: null });
    expect(client.sync.store.order("cards", "b.todo")).toHaveLength(40);
    expect(await client.sync.send("card.rename", { card_id: "b.0", title: "No" })).toMatchObject({
      s: "refused",
      code: "not_allowed",
    });
    expect(titleOf(client, "b.0")).toBe("b.0");
  });
});
