import { describe, expect, it } from "vitest";
import "../features/boards/guesses/registered";
import "../features/cards/guesses/registered";
import { VirtualClock } from "../../test-support/sync/clock";
import { type Client, newClient, newDevice, type Weather } from "../../test-support/sync/fakeClient";
import { FakeServer } from "../../test-support/sync/fakeServer";
import { seeded } from "../../test-support/sync/random";
import { seedBoard } from "../../test-support/sync/sampleBoard";

const SEEDS = Number(process.env.SYNC_FUZZ_SEEDS ?? 120);
const FIRST = Number(process.env.SYNC_FUZZ_FIRST ?? 1);
const STEPS = 40;
const BOARDS = ["b", "c"];

class World {
  readonly clock = new VirtualClock();
  readonly server = new FakeServer(() => this.clock.now);
  readonly random: () => number;
  readonly clients: Client[] = [];
  /** Every title typed. */
  readonly typed: string[] = [];
  private words = 0;

  constructor(seed: number) {
    this.random = seeded(seed);
    for (const board of BOARDS) seedBoard(this.server, board, 6);
    this.server.refuse = (_verb, args) => (JSON.stringify(args).includes("bad") ? "text_too_long" : null);
    const count = 2 + Math.floor(this.random() * 4);
    for (let at = 0; at < count; at++) this.clients.push(this.join(at));
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T;
  }

  join(at: number, device = newDevice()): Client {
    const weather: Weather = { isUp: true, random: this.random, loss: 0.08, repeat: 0.1, delay: 60 };
    const client = newClient({ server: this.server, clock: this.clock, weather, device, person: `p${at}` });
    for (const board of BOARDS) client.sync.open(`board:${board}`);
    return client;
  }

  /** A page is closed and opened again on the same device. */
  async reload(at: number): Promise<void> {
    const old = this.clients[at] as Client;
    // What was not yet written to the device is lost with the page, as it would be; a moment later it is written.
    await this.clock.pass(1);
    old.sync.stop();
    this.clients[at] = this.join(at, old.device);
  }

  word(): string {
    this.words += 1;
    const word = `${this.random() < 0.1 ? "bad" : "good"} ${this.words}`;
    this.typed.push(word);
    return word;
  }

  gesture({ sync }: Client): void {
    const board = this.pick(BOARDS);
    const column = `${board}.${this.pick(["todo", "doing", "completed", "deleted"])}`;
    const cards = BOARDS.flatMap((one) =>
      ["todo", "doing", "completed", "deleted"].flatMap((name) => sync.store.order("cards", `${one}.${name}`)),
    );
    if (cards.length === 0) return;
    const [one, other] = [this.pick(cards), this.pick(cards)];
    const roll = this.random();
    if (roll < 0.5) void sync.send("card.move", { card_ids: [one], column_id: column, after: other });
    else if (roll < 0.65) void sync.send("card.rename", { card_id: one, title: this.word() });
    else if (roll < 0.8)
      void sync.send("card.add", {
        column_id: `${board}.todo`,
        cards: [{ card_id: `n${this.words}`, title: this.word() }],
      });
    else if (roll < 0.9) void sync.send("card.delete", { card_ids: [one] });
    else void sync.send("column.move", { column_id: `${board}.todo`, after: `${board}.doing` });
  }

  async step(): Promise<void> {
    const at = Math.floor(this.random() * this.clients.length);
    const client = this.clients[at] as Client;
    const roll = this.random();
    if (roll < 0.7) this.gesture(client);
    else if (roll < 0.8) client.weather.isUp = !client.weather.isUp;
    else if (roll < 0.85) await this.reload(at);
    else if (roll < 0.88) this.server.closeAll();
    else if (roll < 0.9) this.server.cutLog(`board:${this.pick(BOARDS)}`);
    await this.clock.pass(this.random() * 120);
  }

  async calmDown(): Promise<void> {
    for (const { weather, wake } of this.clients) {
      Object.assign(weather, { isUp: true, loss: 0, repeat: 0 });
      wake();
    }
    // Long enough for half-open connections, back-off and everything pending.
    await this.clock.pass(45_000);
    this.server.closeAll();
    await this.clock.pass(45_000);
  }

  check(): void {
    for (const { sync } of this.clients) {
      expect(sync.connection.now).toMatchObject({ state: "online", pending: 0 });
      for (const table of ["boards", "columns", "cards"]) {
        expect(new Map(sync.store.table(table).rows)).toEqual(new Map(this.server.store.table(table).rows));
      }
      for (const [group, order] of this.server.store.table("cards").groups())
        expect(sync.store.order("cards", group)).toEqual(order);
    }
    for (const count of this.server.runs.values()) expect(count).toBe(1);
  }

  /** A typed text was done on the server or is a draft on the device it was typed on: never nowhere (S9). */
  checkTexts(): void {
    const done = this.server.done.join(" ");
    const drafts = this.clients.flatMap(({ sync }) => sync.drafts.keys().map((key) => sync.drafts.get(key) ?? ""));
    for (const word of this.typed) {
      const isKept = done.includes(`"${word}"`) || drafts.some((draft) => draft.split("\n").includes(word));
      expect([word, isKept]).toEqual([word, true]);
    }
  }
}

describe("any clients over any network converge (S5, S7, S8)", () => {
  it(`${SEEDS} seeds from ${FIRST}`, { timeout: 120_000 }, async () => {
    for (let seed = FIRST; seed < FIRST + SEEDS; seed++) {
      const world = new World(seed);
      await world.clock.pass(300);
      for (let step = 0; step < STEPS; step++) await world.step();
      await world.calmDown();
      try {
        world.check();
        world.checkTexts();
      } catch (error) {
        throw new Error(`seed ${seed}: ${(error as Error).message}`, { cause: error });
      }
      for (const { sync } of world.clients) sync.stop();
    }
  });
});
