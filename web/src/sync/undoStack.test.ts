import { beforeEach, describe, expect, it } from "vitest";
import "../features/cards/guesses/registered";
import { VirtualClock } from "../../test-support/sync/clock";
import { newClient } from "../../test-support/sync/fakeClient";
import { FakeServer } from "../../test-support/sync/fakeServer";
import { seedBoard } from "../../test-support/sync/sampleBoard";
import { UndoStack } from "./undoStack";

const VERB = "card.rename";

describe("a step of several commands", () => {
  let stack: UndoStack;
  beforeEach(() => {
    stack = new UndoStack(() => undefined);
  });

  it("is taken as one, and gathers its parts where it stands", () => {
    stack.sent("a", VERB, "own", "bulk");
    stack.sent("other", VERB, "own");
    stack.sent("b", VERB, "own", "bulk");
    expect(stack.takeUndo()).toEqual({ group: "other", ids: ["other"] });
    expect(stack.takeUndo()).toEqual({ group: "bulk", ids: ["a", "b"] });
    expect(stack.takeUndo()).toBeUndefined();
  });

  it("loses a part that failed, and ends with its last", () => {
    stack.sent("a", VERB, "own", "bulk");
    stack.sent("b", VERB, "own", "bulk");
    stack.failed("a");
    expect(stack.state.canUndo).toBe(true);
    stack.failed("b");
    expect(stack.state.canUndo).toBe(false);
  });

  it("starts anew when a part comes after its undo", () => {
    stack.sent("a", VERB, "own", "bulk");
    stack.takeUndo();
    stack.sent("undo a", "change.undo", "undo", "bulk");
    stack.sent("b", VERB, "own", "bulk");
    expect(stack.state).toEqual({ canUndo: true, canRedo: false });
    expect(stack.takeUndo()?.ids).toEqual(["b"]);
  });

  it("is found by its group below newer ones, once", () => {
    stack.sent("a", VERB, "own", "bulk");
    stack.sent("other", VERB, "own");
    expect(stack.takeUndo("bulk")?.ids).toEqual(["a"]);
    expect(stack.takeUndo("bulk")).toBeUndefined();
    expect(stack.takeUndo()?.ids).toEqual(["other"]);
  });
});

describe("undo and redo of a group", () => {
  async function opened() {
    const clock = new VirtualClock();
    const server = new FakeServer(() => clock.now);
    seedBoard(server, "b", 3);
    const { sync } = newClient({ server, clock });
    sync.open("board:b");
    await clock.pass(200);
    const titles = () => sync.store.order("cards", "b.todo").map((id) => sync.store.read("cards", id)?.title);
    return { clock, server, sync, titles };
  }

  it("takes back and does again all its commands, newest first", async () => {
    const { clock, server, sync, titles } = await opened();
    // The stand-in server cannot undo; here it is about what is sent, and the guesses.
    server.delay = () => ({ code: "restarting", wait: 60_000 });
    for (const title of ["one", "two"]) void sync.send(VERB, { card_id: "b.0", title }, { group: "bulk" });
    void sync.send(VERB, { card_id: "b.1", title: "three" }, { group: "bulk" });
    await clock.pass(50);
    expect(titles()).toEqual(["two", "three", "b.2"]);
    sync.undo();
    expect(titles()).toEqual(["b.0", "b.1", "b.2"]);
    expect(sync.undoStack.state).toEqual({ canUndo: false, canRedo: true });
    sync.redo();
    expect(titles()).toEqual(["two", "three", "b.2"]);
    expect(sync.undoStack.state).toEqual({ canUndo: true, canRedo: false });
    sync.undo();
    expect(titles()).toEqual(["b.0", "b.1", "b.2"]);
  });

  it("sends the undo of each command, newest first", async () => {
    const { clock, server, sync } = await opened();
    const asked: unknown[] = [];
    server.refuse = (verb, args) => {
      if (verb === "change.undo") asked.push((args as { command_id: string }).command_id);
      return null;
    };
    for (const id of ["b.0", "b.1", "b.2"]) void sync.send(VERB, { card_id: id, title: "new" }, { group: "bulk" });
    await clock.pass(200);
    const sent = [...server.answers.keys()];
    sync.undo();
    await clock.pass(200);
    expect(asked).toEqual(sent.toReversed());
  });
});
