import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FakeLocks, FakeUploadDisk, FakeUploadServer } from "../../../../test-support/fakeUploads";
import type { Finished } from "./batches";
import { MOST_KEPT_BYTES } from "./keeping";
import { Refused, type Upload } from "./upload";
import { UploadQueue } from "./uploadQueue";

const OAK = { subject: { kind: "card", id: "oak" } } as const;
const file = (name: string, text = "0123456789") => new File([text], name, { lastModified: 1 });

let server: FakeUploadServer;
let disk: FakeUploadDisk;
let locks: FakeLocks;
let attached: string[];
let told: string[][];
const open = new Set<UploadQueue>();

beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeUploadServer();
  disk = new FakeUploadDisk();
  locks = new FakeLocks();
  attached = [];
  told = [];
});

afterEach(() => {
  for (const queue of open) queue.stop();
  open.clear();
  vi.useRealTimers();
});

/** A tab of the browser. */
function newTab(attach = async (upload: Upload) => hang(upload)): UploadQueue {
  const queue = new UploadQueue({
    door: server.door,
    disk: Promise.resolve(disk),
    attach,
    claim: locks.claim,
    pause: (ms, signal) =>
      new Promise((resolve, reject) => {
        setTimeout(resolve, ms);
        signal.addEventListener("abort", () => reject(signal.reason));
      }),
    changed: () => undefined,
    batchDone: (done: readonly Finished[]) => told.push(done.map(({ upload }) => upload.name)),
  });
  open.add(queue);
  void queue.start();
  return queue;
}

function hang({ name, attachmentId }: Upload) {
  attached.push(name);
  return { attachmentId, version: 1 };
}

const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
const seen = (queue: UploadQueue) => queue.now.list.map(({ name, state, sent }) => `${name} ${state} ${sent}`);

/** The connections carry their next bytes. */
async function bytes(): Promise<void> {
  server.goOn();
  await pass();
}

test("files are sent and attached, and told of together", async () => {
  const queue = newTab();
  const ends = queue.add([file("a.txt"), file("b.txt", "bbb")], OAK);
  await pass();
  expect(attached).toEqual(["a.txt", "b.txt"]);
  expect([server.text("a.txt"), server.text("b.txt")]).toEqual(["0123456789", "bbb"]);
  expect(told).toEqual([["a.txt", "b.txt"]]);
  expect((await Promise.all(ends)).map((end) => end?.version)).toEqual([1, 1]);
  expect(queue.now).toEqual({ list: [], finished: 0 });
  expect(disk.kept.size).toBe(0);
});

test("two at a time, the others wait for their turn", async () => {
  server.step = 10;
  const queue = newTab();
  queue.add([file("a"), file("b"), file("c"), file("d"), file("e")], OAK);
  await pass();
  expect(queue.now.list.map(({ state }) => state)).toEqual(["sending", "sending", "waiting", "waiting", "waiting"]);
  await bytes();
  expect(queue.now.finished).toBe(2);
  await bytes();
  await bytes();
  expect(attached).toEqual(["a", "b", "c", "d", "e"]);
  expect(server.mostAtOnce).toBe(2);
});

test("files of one gesture are attached in their order, also when a later one is there first", async () => {
  server.step = 4;
  const queue = newTab();
  queue.add([file("long"), file("b", "b"), file("c", "c")], OAK);
  await pass();
  await bytes();
  expect([attached, seen(queue)[1]]).toEqual([[], "b storing 1"]);
  await bytes();
  await bytes();
  await bytes();
  expect(attached).toEqual(["long", "b", "c"]);
});

test("cancelled while it waits for an earlier one, it is not attached", async () => {
  server.step = 4;
  const queue = newTab();
  queue.add([file("long"), file("b", "b")], OAK);
  await pass();
  await bytes();
  queue.cancel(queue.now.list[1]?.id ?? "");
  await bytes();
  await bytes();
  expect(attached).toEqual(["long"]);
});

test("each says how far it is", async () => {
  server.step = 4;
  const queue = newTab();
  queue.add([file("a")], OAK);
  await pass();
  const steps = [seen(queue)];
  for (let step = 0; step < 2; step++) {
    await bytes();
    steps.push(seen(queue));
  }
  expect(steps).toEqual([["a sending 0"], ["a sending 4"], ["a sending 8"]]);
});

test("cancelled, its bytes go and the next one begins", async () => {
  server.step = 4;
  const queue = newTab();
  const [first] = queue.add([file("a"), file("b"), file("c")], OAK);
  await pass();
  queue.cancel(queue.now.list[0]?.id ?? "");
  await bytes();
  expect(await first).toBe(null);
  expect(server.text("a")).toBe("");
  expect(seen(queue)).toEqual(["b sending 4", "c sending 0"]);
  expect([...disk.kept.values()].map(({ upload }) => upload.name)).toEqual(["b", "c"]);
});

test("after a lost connection it goes on where the server is", async () => {
  server.step = 4;
  const queue = newTab();
  queue.add([file("a")], OAK);
  await pass();
  await bytes();
  server.isOnline = false;
  await bytes();
  expect(seen(queue)).toEqual(["a paused 4"]);
  await pass(60_000);
  server.isOnline = true;
  await pass(31_000);
  expect(seen(queue)).toEqual(["a sending 4"]);
  await bytes();
  await bytes();
  expect(server.asked.filter((one) => one.startsWith("push"))).toEqual(["push a from 0", "push a from 4"]);
  expect(server.text("a")).toBe("0123456789");
  expect(attached).toEqual(["a"]);
});

test("what the server forgot meanwhile is sent anew", async () => {
  server.step = 4;
  const queue = newTab();
  queue.add([file("a")], OAK);
  await pass();
  await bytes();
  server.there.clear();
  server.isOnline = false;
  await bytes();
  server.isOnline = true;
  await pass(1_000);
  server.step = 0;
  await bytes();
  expect(server.text("a")).toBe("0123456789");
  expect(attached).toEqual(["a"]);
});

test("a refusal is told for its file alone, and may be tried again", async () => {
  server.refuse = ({ name }) => (name === "big" ? [413, "file_too_large", { limit: 5 }] : null);
  const queue = newTab();
  const [big] = queue.add([file("big"), file("small")], OAK);
  await pass();
  expect(attached).toEqual(["small"]);
  expect(await big).toBe(null);
  expect(queue.now.list).toMatchObject([{ state: "refused", problem: { code: "file_too_large", args: { limit: 5 } } }]);
  expect(told).toEqual([["small"]]);
  await pass(120_000);
  expect(server.asked.filter((one) => one === "begin big")).toHaveLength(1);
  server.refuse = () => null;
  queue.retry(queue.now.list[0]?.id ?? "");
  await pass();
  expect(attached).toEqual(["small", "big"]);
});

test("a card that was frozen meanwhile refuses the file, which stays on the list", async () => {
  const queue = newTab(async () => {
    throw new Refused("card_completed", {});
  });
  queue.add([file("a")], OAK);
  await pass();
  expect(queue.now.list).toMatchObject([{ state: "refused", problem: { code: "card_completed" } }]);
});

test("a server without room for a moment is asked again", async () => {
  server.refuse = () => [503, "storage_unavailable"];
  const queue = newTab();
  queue.add([file("a")], OAK);
  await pass();
  expect(seen(queue)).toEqual(["a paused 0"]);
  server.refuse = () => null;
  await pass(1_000);
  expect(attached).toEqual(["a"]);
});

test("after a reload it goes on from what the device kept", async () => {
  server.step = 4;
  const before = newTab();
  before.add([file("a"), file("b")], OAK);
  await pass();
  await bytes();
  before.stop();
  await bytes();
  expect(attached).toEqual([]);
  const after = newTab();
  await pass();
  expect(seen(after)).toEqual(["a sending 4", "b sending 4"]);
  for (let step = 0; step < 2; step++) await bytes();
  expect(attached).toEqual(["a", "b"]);
  expect(server.text("a")).toBe("0123456789");
  expect(disk.kept.size).toBe(0);
});

test("another tab takes over only when the one that sends it closes", async () => {
  server.step = 4;
  const [first, second] = [newTab(), newTab()];
  first.add([file("a")], OAK);
  await pass();
  const third = newTab();
  await bytes();
  expect([seen(second), seen(third)]).toEqual([[], []]);
  first.stop();
  await bytes();
  await pass();
  expect(seen(third)).toEqual(["a sending 4"]);
});

test("a large file is to be picked again after a reload, and must be the same", async () => {
  const large = new File([new Uint8Array(MOST_KEPT_BYTES + 1)], "film", { lastModified: 1 });
  server.step = MOST_KEPT_BYTES;
  const before = newTab();
  before.add([large], OAK);
  await pass();
  await bytes();
  before.stop();
  await bytes();
  const after = newTab();
  await pass();
  expect(after.now.list).toMatchObject([{ name: "film", state: "missing" }]);
  const id = after.now.list[0]?.id ?? "";
  expect(after.supply(id, file("film"))).toBe(false);
  expect(after.supply(id, large)).toBe(true);
  await pass();
  expect(seen(after)).toEqual([`film sending ${MOST_KEPT_BYTES}`]);
  await bytes();
  expect(attached).toEqual(["film"]);
});

test("a file that was deleted on the device is to be picked again, not tried for ever", async () => {
  const gone = file("a");
  Object.defineProperty(gone, "slice", {
    value: () => ({ arrayBuffer: () => Promise.reject(new DOMException("gone", "NotReadableError")) }),
  });
  server.isOnline = false;
  const queue = newTab();
  queue.add([gone], OAK);
  await pass();
  expect(queue.now.list[0]?.state).toBe("missing");
});
