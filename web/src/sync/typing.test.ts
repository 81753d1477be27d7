import { beforeEach, expect, it } from "vitest";
import "../features/chat/guesses/registered";
import { VirtualClock } from "../../test-support/sync/clock";
import { type Client, newClient } from "../../test-support/sync/fakeClient";
import { FakeServer } from "../../test-support/sync/fakeServer";
import { seedBoard } from "../../test-support/sync/sampleBoard";
import { seedTalk } from "../../test-support/sync/sampleTalk";

const SCOPE = "chat:b";
let clock: VirtualClock;
let ana: Client;
let ben: Client;

beforeEach(async () => {
  clock = new VirtualClock();
  const server = new FakeServer(() => clock.now);
  seedBoard(server, "b", 1);
  seedTalk(server, "b", "b", 1);
  ana = newClient({ server, clock, person: "ana" });
  ben = newClient({ server, clock, person: "ben" });
  for (const { sync } of [ana, ben]) for (const scope of ["talk:b", SCOPE]) sync.open(scope);
  await clock.pass(200);
});

it("is seen by the others for five seconds after the last word", async () => {
  ana.sync.typing(SCOPE);
  await clock.pass(20);
  expect(ben.sync.writing.of(SCOPE)).toEqual(["ana"]);
  expect(ana.sync.writing.of(SCOPE)).toEqual([]);
  await clock.pass(4_000);
  ana.sync.typing(SCOPE);
  await clock.pass(4_000);
  expect(ben.sync.writing.of(SCOPE)).toEqual(["ana"]);
  await clock.pass(1_100);
  expect(ben.sync.writing.of(SCOPE)).toEqual([]);
});

it("ends when what was written is there", async () => {
  ana.sync.typing(SCOPE);
  await clock.pass(20);
  void ana.sync.send("chat.post", { message_id: "n", board_id: "b", text: "Hello" });
  await clock.pass(100);
  expect(ben.sync.store.read("messages", "n")?.text).toBe("Hello");
  expect(ben.sync.writing.of(SCOPE)).toEqual([]);
});

it("is said a few times a minute, however fast one types", async () => {
  const said: object[] = [];
  const { writing } = ana.sync;
  Object.assign(writing, { send: (message: object) => said.push(message) });
  for (let at = 0; at < 50; at++) {
    writing.say(SCOPE);
    await clock.pass(100);
  }
  expect(said).toHaveLength(2);
});
