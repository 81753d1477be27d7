import { describe, expect, test } from "vitest";
import { card } from "../../../test-support/sync/sampleBoard";
import type { CardRow } from "../../contracts/rows";
import { EMPTY } from "./filter";
import { isTimed, type Ready, readWish, storedWish, type Wish, wishTest } from "./wishes";

const now = Date.parse("2026-03-27T20:00:00+01:00");
const reading = { me: "ana", now, zone: "Europe/Berlin", weekStart: 1, tags: [] };
const ready = (pick: Ready): Wish => ({ pick, filter: EMPTY, saved: null, isAlone: false });

function picks(pick: Ready, facts: Partial<CardRow>, quiet: string[] = []): boolean {
  return wishTest(ready(pick), reading, new Set(quiet))({ ...card("one", "b", "c", "a"), ...facts });
}

const at = (text: string) => Date.parse(text);

describe("what needs attention", () => {
  test.each([
    ["what waits for somebody", { status: "needs_review" }, true],
    ["what is to be done again", { status: "needs_rework" }, true],
    ["what is blocked", { status: "blocked" }, true],
    ["what is on hold", { status: "on_hold" }, true],
    ["not what is ready", { status: "ready" }, false],
    ["what is overdue", { due_at: at("2026-03-27T19:59:00+01:00") }, true],
    ["what is due in two days, though clocks change meanwhile", { due_at: at("2026-03-29T23:59:59.999+02:00") }, true],
    ["not what is due in three", { due_at: at("2026-03-30T12:00:00+02:00") }, false],
    ["what has an item due tomorrow", { checklist_due_at: at("2026-03-28T10:00:00+01:00") }, true],
    ["not what is done", { status: "blocked", completed_at: 5 }, false],
    ["not what is deleted", { due_at: 5, deleted_at: 6 }, false],
    ["not what is in progress and moves", { status: "in_progress" }, false],
  ])("%s", (_, facts, isPicked) => {
    expect(picks("attention", facts)).toBe(isPicked);
  });

  test("what is in progress and has not moved for a week, and only while it is in progress", () => {
    expect(picks("attention", { status: "in_progress" }, ["one"])).toBe(true);
    expect(picks("attention", { status: "normal" }, ["one"])).toBe(false);
  });
});

test.each<[Ready, Partial<CardRow>, Partial<CardRow>]>([
  ["mine", { assignee_ids: ["ben", "ana"] }, { assignee_ids: ["ben"] }],
  ["urgent", { priority: "high" }, { priority: "normal" }],
  ["urgent", { priority: "critical" }, {}],
  ["overdue", { due_at: now }, { due_at: now + 1 }],
  ["unassigned", {}, { assignee_ids: ["ana"] }],
])("%s picks out one and not the other", (pick, one, other) => {
  expect([picks(pick, one), picks(pick, other)]).toEqual([true, false]);
});

test("what changes as time passes is known", () => {
  const custom = (due: Wish["filter"]["due"]): Wish => ({
    ...ready("mine"),
    pick: "custom",
    filter: { ...EMPTY, due },
  });
  expect([ready("overdue"), ready("attention"), custom(["today"])].map(isTimed)).toEqual([true, true, true]);
  expect([ready("mine"), ready("urgent"), custom(["none"]), custom([])].map(isTimed)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

describe("a wish is kept as text", () => {
  const wish: Wish = {
    pick: "custom",
    filter: { ...EMPTY, tags: ["Red"], due: ["today"], text: "x" },
    saved: "f",
    isAlone: true,
  };

  test("and is the same again", () => {
    expect(readWish(storedWish(wish))).toEqual(wish);
    expect(readWish(storedWish(ready("overdue")))).toEqual(ready("overdue"));
  });

  test.each([null, "", "{}", "null", "[]", "7", '{"pick":"unheard"}', '{"pick":"custom"'])("%s is none", (text) => {
    expect(readWish(text)).toBeNull();
  });

  test("and what another version meant stays, though it picks out nothing", () => {
    const filter = JSON.stringify({ statuses: ["blocked", "asleep"], due: "soon", tags: ["a", 7] });
    expect(readWish(JSON.stringify({ pick: "custom", filter }))?.filter).toEqual({
      ...EMPTY,
      statuses: ["blocked", "asleep"],
      tags: ["a"],
    });
  });
});
