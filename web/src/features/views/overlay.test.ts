import { describe, expect, it, test } from "vitest";
import { type Act, overlaid } from "./overlay";
import { shared, withPage } from "./pages";
import { rulesOf } from "./rules";
import type { ViewAnswer, ViewBucket, ViewCard } from "./viewData";

const now = Date.parse("2026-11-11T10:00:00Z");
const clock = { now, zone: "Europe/Lisbon", weekStart: 1, weekend: [6, 7] };
const HOUR = 3_600_000;

const card = (id: string, change: Partial<ViewCard> = {}): ViewCard => ({
  id,
  board_id: "b1",
  column_id: "k1",
  number: 0,
  title: id,
  status: "normal",
  priority: "normal",
  due_on: null,
  due_time: null,
  due_zone: null,
  due_at: null,
  checklist_due_at: null,
  assignee_ids: ["me"],
  tags: [],
  checklist_done: 0,
  checklist_total: 0,
  completed_at: null,
  chat: 0,
  files: 0,
  ...change,
});
const bucket = (id: string, cards: readonly ViewCard[]): ViewBucket => ({
  id,
  count: cards.length,
  hidden: 0,
  cards,
  after: null,
});
const answer = (...buckets: ViewBucket[]): ViewAnswer => ({ buckets, boards: {}, people: {}, at: now });

const late = card("late", { due_at: now - HOUR });
const soon = card("soon", { due_at: now + HOUR });
const someday = card("someday");
const dates = answer(bucket("overdue", [late]), bucket("today", [soon]), bucket("none", [someday]));
const rules = rulesOf("due", "me", false, clock);

const act = (one: ViewCard, change: Partial<ViewCard> | null): Act => ({
  cardId: one.id,
  card: one,
  change: (old) => (change ? { ...old, ...change } : null),
  doneAt: null,
});
const shape = (one: ViewAnswer) =>
  Object.fromEntries(one.buckets.map(({ id, count, cards }) => [id, [count, ...cards.map((each) => each.id)]]));

describe("what one did, over the last answer", () => {
  it("is nothing where nothing was done: the same object, so that nothing is drawn", () => {
    expect(overlaid(dates, [], rules)).toBe(dates);
  });

  it("puts a card in its new bucket, by date, and counts it there", () => {
    const shown = overlaid(dates, [act(late, { due_at: now + 2 * HOUR })], rules);
    expect(shape(shown)).toEqual({ overdue: [0], today: [2, "soon", "late"], none: [1, "someday"] });
    const earlier = overlaid(dates, [act(late, { due_at: now + HOUR / 2 })], rules);
    expect(shape(earlier).today).toEqual([2, "late", "soon"]);
  });

  it("takes away what is done or deleted", () => {
    const shown = overlaid(dates, [act(late, { completed_at: now }), act(soon, null)], rules);
    expect(shape(shown)).toEqual({ overdue: [0], today: [0], none: [1, "someday"] });
  });

  it("keeps the checklist's date, when that is the earlier one", () => {
    const item = card("item", { due_at: now + HOUR, checklist_due_at: now + HOUR });
    const shown = overlaid(answer(bucket("today", [item]), bucket("none", [])), [act(item, { due_at: null })], rules);
    expect(shape(shown)).toEqual({ today: [1, "item"], none: [0] });
  });

  it("brings back what the lists have forgotten, when it is undone", () => {
    const without = answer(bucket("overdue", []), bucket("today", [soon]), bucket("none", [someday]));
    const back: Act = { cardId: "late", card: late, change: () => late, doneAt: null };
    expect(shape(overlaid(without, [back], rules)).overdue).toEqual([1, "late"]);
  });

  it("takes acts in their order", () => {
    const acts = [act(someday, { due_at: now + HOUR }), act(someday, { due_at: null })];
    expect(shape(overlaid(dates, acts, rules))).toEqual(shape(dates));
  });

  it("leaves out, with only mine, what is not mine any more", () => {
    const shown = overlaid(dates, [act(soon, { assignee_ids: [] })], rulesOf("due", "me", true, clock));
    expect(shape(shown).today).toEqual([0]);
  });

  it("shows a card wherever it asks for attention", () => {
    const attention = answer(bucket("overdue", [late]), bucket("blocked", []), bucket("critical", []));
    const changed = act(late, { status: "blocked", priority: "critical" });
    const shown = overlaid(attention, [changed], rulesOf("attention", "me", false, clock));
    expect(shape(shown)).toEqual({ overdue: [1, "late"], blocked: [1, "late"], critical: [1, "late"] });
  });

  it("leaves to the server what only it knows", () => {
    const fresh = answer(bucket("b1", [soon]));
    const shown = overlaid(fresh, [act(soon, { status: "ready" })], rulesOf("new", "me", false, clock));
    expect(shape(shown)).toEqual({ b1: [1, "soon"] });
    expect(shown.buckets[0]?.cards[0]?.status).toBe("ready");
  });

  it("takes what is assigned to me away with me", () => {
    const shown = overlaid(dates, [act(soon, { assignee_ids: ["ben"] })], rulesOf("assigned", "me", false, clock));
    expect(shape(shown).today).toEqual([0]);
  });
});

test("rows that have not changed keep their objects from answer to answer", () => {
  const again = structuredClone(dates);
  const next = shared(dates, { ...again, buckets: [...again.buckets, bucket("later", [card("new")])] });
  expect(next.buckets[0]?.cards[0]).toBe(late);
  const other = answer(bucket("overdue", [{ ...late, title: "Renamed" }]));
  expect(shared(dates, other).buckets[0]?.cards[0]?.title).toBe("Renamed");
});

test("a page more goes to the end of its bucket, with the boards and columns it names", () => {
  const column = (id: string) => ({ id, name: id, kind: "normal" });
  const board = { name: "Plan", account_id: "a", role: "member" };
  const first = { ...answer(bucket("today", [soon])), boards: { b1: { ...board, columns: [column("k1")] } } };
  const next = { ...answer(bucket("today", [soon, someday])), boards: { b1: { ...board, columns: [column("k2")] } } };
  const both = withPage(first, next, "today");
  expect(both.buckets[0]).toMatchObject({ count: 1, after: null, cards: [soon, someday] });
  expect(both.boards.b1?.columns.map(({ id }) => id)).toEqual(["k1", "k2"]);
});

test("a count that was the least grows with the pages, and is all when nothing is left to look at", () => {
  const first = answer({ ...bucket("today", []), more: true, after: "1.a" });
  const some = withPage(first, answer({ ...bucket("today", [soon]), more: true, after: "2.b" }), "today");
  expect(some.buckets[0]).toMatchObject({ count: 1, more: true, after: "2.b" });
  const all = withPage(some, answer(bucket("today", [someday])), "today");
  expect(all.buckets[0]).toMatchObject({ count: 2, more: false, after: null });
});
