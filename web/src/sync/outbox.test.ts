import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import "../features/cards/guesses/registered";
import { VirtualClock } from "../../test-support/sync/clock";
import { calm, newClient, newDevice } from "../../test-support/sync/fakeClient";
import { FakeServer } from "../../test-support/sync/fakeServer";
import { seedBoard } from "../../test-support/sync/sampleBoard";
import type { Disk } from "./disk";
import { openDisk } from "./openDisk";
import type { Tabs } from "./tabs";

/** One lock and one channel, as a browser gives the tabs of a site. */
class TabHub {
  private readonly queue: { tab: object; run: () => void }[] = [];
  private readonly listeners = new Map<object, (message: unknown) => void>();

  tab(): Tabs {
    const tab = {};
    return {
      own: (run) => {
        this.queue.push({ tab, run });
        if (this.queue[0]?.tab === tab) run();
      },
      post: (message) => {
        for (const [other, hear] of this.listeners) if (other !== tab) hear(structuredClone(message));
      },
      onMessage: (listener) => this.listeners.set(tab, listener),
      close: () => this.close(tab),
    };
  }

  private close(tab: object): void {
    this.listeners.delete(tab);
    const wasOwner = this.queue[0]?.tab === tab;
    const at = this.queue.findIndex((waiting) => waiting.tab === tab);
    if (at >= 0) this.queue.splice(at, 1);
    if (wasOwner) this.queue[0]?.run();
  }
}

let clock: VirtualClock;
let server: FakeServer;
let person = 0;

beforeEach(() => {
  clock = new VirtualClock();
  server = new FakeServer(() => clock.now);
  seedBoard(server, "b", 5);
  person += 1;
});

/** IndexedDB answers in real time, the rest of the test lives on the virtual clock. */
async function pass(ms: number): Promise<void> {
  for (let slice = 0; slice < 10; slice++) {
    await clock.pass(ms / 10);
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
}

async function tab(hub: TabHub, disk: Disk, weather = calm()) {
  const device = { ...newDevice(), disk };
  const client = newClient({ server, clock, device, weather, person: `p${person}`, tabs: hub.tab() });
  client.sync.open("board:b");
  await pass(200);
  return client;
}

const title = (id: string) => server.store.read("cards", id)?.title;

describe("two tabs, one outbox (S8)", () => {
  it("sends the other tab's commands through the owner and brings the answers back", async () => {
    const hub = new TabHub();
    const disk = await openDisk(`p${person}`);
    const [owner, other] = [await tab(hub, disk), await tab(hub, disk)];
    const told: string[] = [];
    other.sync.onRefused((_verb, _args, { code }) => told.push(code));
    const fine = other.sync.send("card.rename", { card_id: "b.0", title: "From the other tab" });
    server.refuse = (verb) => (verb === "card.set_status" ? "card_completed" : null);
    const refused = other.sync.send("card.set_status", { card_ids: ["b.1"], status: "ready" });
    await pass(300);
    expect(await fine).toEqual({ s: "done" });
    expect(await refused).toMatchObject({ s: "refused", code: "card_completed" });
    expect(told).toEqual(["card_completed"]);
    expect(title("b.0")).toBe("From the other tab");
    expect(owner.sync.store.read("cards", "b.0")?.title).toBe("From the other tab");
    expect([...server.runs.values()]).toEqual([1]);
    expect(await disk.entries()).toEqual([]);
  });

  it("goes on when the owner closes with commands unsent", async () => {
    const hub = new TabHub();
    const disk = await openDisk(`p${person}`);
    const weather = calm();
    const [owner, other] = [await tab(hub, disk, weather), await tab(hub, disk)];
    weather.isUp = false;
    void owner.sync.send("card.rename", { card_id: "b.0", title: "First" });
    void other.sync.send("card.rename", { card_id: "b.0", title: "Second" });
    await pass(200);
    expect(server.runs.size).toBe(0);
    owner.sync.stop();
    await pass(300);
    expect(title("b.0")).toBe("Second");
    expect([...server.runs.values()]).toEqual([1, 1]);
    expect(other.sync.connection.now.pending).toBe(0);
  });
});

describe("the disk", () => {
  it("keeps the outbox and the copy over a reload, and drops the copy of another wire version (S18)", async () => {
    const hub = new TabHub();
    const first = await tab(hub, await openDisk(`p${person}`));
    await pass(2_000);
    first.weather.isUp = false;
    server.closeAll();
    void first.sync.send("card.rename", { card_id: "b.0", title: "Offline" });
    await pass(100);
    first.sync.stop();
    const disk = await openDisk(`p${person}`);
    expect(await disk.entries()).toMatchObject([{ verb: "card.rename", args: { card_id: "b.0", title: "Offline" } }]);
    expect((await disk.copyHead("board:b"))?.isWhole).toBe(true);
    expect((await disk.copyRows("board:b")).cards).toHaveLength(5);
    const second = await tab(hub, disk);
    expect(second.sync.store.read("cards", "b.0")?.title).toBe("Offline");
    await pass(300);
    expect(title("b.0")).toBe("Offline");
    await disk.dropCopies();
    expect(await disk.copyHead("board:b")).toBeUndefined();
  });

  it("is empty after it was erased", async () => {
    const disk = await openDisk(`p${person}`);
    await disk.addEntry({ id: "x", verb: "card.rename", args: {}, at: 1 });
    await disk.erase();
    expect(await (await openDisk(`p${person}`)).entries()).toEqual([]);
  });
});
