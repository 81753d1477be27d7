import { describe, expect, it } from "vitest";
import type { MessageRow } from "../../contracts/rows";
import { firstNew, inDays, inOrder } from "./grouping";

const START = Date.parse("2026-03-01T23:50:00Z");
const MINUTE = 60_000;

const said = (id: string, by: string, minutes: number, more: Partial<MessageRow> = {}): MessageRow => ({
  id,
  by,
  at: START + minutes * MINUTE,
  subject_id: "s",
  text: id,
  reply_to: null,
  edited_at: null,
  deleted_at: null,
  mention_ids: [],
  everyone: false,
  ...more,
});

const shape = (messages: MessageRow[], zone = "UTC", newFrom: string | null = null) =>
  inDays(messages, zone, newFrom).map(({ day, turns }) => [
    day,
    ...turns.map((turn) => turn.messages.map(({ id }) => id).join("")),
  ]);

describe("a talk by days and turns", () => {
  it("what one person says in a row stands together, until a pause, a reply or another", () => {
    const messages = [said("a", "ana", 0), said("b", "ana", 1), said("c", "ben", 2), said("d", "ana", 3)];
    expect(shape(messages)).toEqual([["2026-03-01", "ab", "c", "d"]]);
    expect(shape([said("a", "ana", 0), said("b", "ana", 6)])).toEqual([["2026-03-01", "a", "b"]]);
    expect(shape([said("a", "ana", 0), said("b", "ana", 1, { reply_to: "x" })])).toEqual([["2026-03-01", "a", "b"]]);
  });

  it("a day ends where the reader is", () => {
    const messages = [said("a", "ana", 0), said("b", "ana", 4), said("c", "ana", 11)];
    expect(shape(messages)).toEqual([
      ["2026-03-01", "ab"],
      ["2026-03-02", "c"],
    ]);
    expect(shape(messages, "Asia/Tokyo")).toEqual([["2026-03-02", "ab", "c"]]);
  });

  it("what is new begins a turn", () => {
    expect(shape([said("a", "ana", 0), said("b", "ana", 1)], "UTC", "b")).toEqual([["2026-03-01", "a", "b"]]);
  });

  it("messages stand by their time, and where two are equal by their id", () => {
    const rows = [said("c", "ana", 1), said("b", "ana", 0), said("a", "ana", 1)];
    expect(inOrder(rows).map(({ id }) => id)).toEqual(["b", "a", "c"]);
  });
});

describe("what is new", () => {
  const messages = [said("a", "ana", 0), said("b", "me", 1), said("c", "ana", 2)];

  it.each([
    [START - 1, "a"],
    [START, "c"],
    [START + 2 * MINUTE, null],
    [null, null],
  ])("since %s it is %s", (seenAt, id) => expect(firstNew(messages, seenAt, "me")).toBe(id));
});
