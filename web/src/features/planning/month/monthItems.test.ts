import { describe, expect, test } from "vitest";
import { addDays } from "../../../kits/datekit";
import { dueInstant } from "../../cards/guesses/dueInstant";
import { dueDaysIn } from "../dueDays";
import { type Item, itemsOf, itemsOn, placeWeek } from "./monthItems";

const WEEK = Array.from({ length: 7 }, (_, at) => addDays("2026-03-09", at));
const ALWAYS = ["1900-01-01", "9000-12-31"] as const;
const item = (id: string, from: string, to = from): Item => ({ id, from: `2026-03-${from}`, to: `2026-03-${to}` });
const card = (id: string, facts: { start?: string; due?: number | null; items?: number }) => ({
  id,
  start_on: facts.start ?? null,
  due_at: facts.due ?? null,
  checklist_due_at: facts.items ?? null,
});

describe.each([
  "Pacific/Niue",
  "America/New_York",
  "Europe/Lisbon",
  "Asia/Kathmandu",
  "Pacific/Chatham",
  "Pacific/Kiritimati",
])("in %s", (zone) => {
  const due = (day: string, time: string | null = null) => dueInstant(day, time, zone);
  const dayOf = dueDaysIn(zone);

  test("a card stands on the days from its start to its date, else on the day it is due", () => {
    const cards = [
      card("span", { start: "2026-03-27", due: due("2026-03-30") }),
      card("due", { due: due("2026-03-29") }),
      card("start", { start: "2026-03-28" }),
      card("upside down", { start: "2026-03-31", due: due("2026-03-30") }),
      card("none", {}),
    ];
    expect(itemsOf(cards, dayOf, ALWAYS)).toEqual([
      { id: "span", from: "2026-03-27", to: "2026-03-30" },
      { id: "start", from: "2026-03-28", to: "2026-03-28" },
      { id: "due", from: "2026-03-29", to: "2026-03-29" },
      { id: "upside down", from: "2026-03-30", to: "2026-03-30" },
    ]);
  });

  test("the checklist decides the day of a card that does not span days", () => {
    const [early, late] = [due("2026-03-10"), due("2026-03-20")];
    const cards = [
      card("item first", { due: late, items: early }),
      card("only items", { items: late }),
      card("span", { start: "2026-03-09", due: late, items: early }),
    ];
    expect(itemsOf(cards, dayOf, ALWAYS).map(({ from, to }) => `${from}–${to}`)).toEqual([
      "2026-03-09–2026-03-20",
      "2026-03-10–2026-03-10",
      "2026-03-20–2026-03-20",
    ]);
  });

  test("only what the days on the screen show is kept", () => {
    const cards = ["2026-03-08", "2026-03-09", "2026-03-15", "2026-03-16"].map((day) => card(day, { due: due(day) }));
    const through = card("through", { start: "2026-02-01", due: due("2026-04-01") });
    const shown = itemsOf([...cards, through], dayOf, ["2026-03-09", "2026-03-15"]).map((one) => one.id);
    expect(shown).toEqual(["through", "2026-03-09", "2026-03-15"]);
  });

  test("on one day the longest comes first, then by time of day, then as on the board", () => {
    const day = "2026-03-29";
    const cards = [
      card("night", { due: due(day) }),
      card("also night", { due: due(day) }),
      card("morning", { due: due(day, "09:00") }),
      card("long", { start: day, due: due("2026-04-02") }),
    ];
    expect(itemsOf(cards, dayOf, ALWAYS).map((one) => one.id)).toEqual(["long", "morning", "night", "also night"]);
  });
});

describe("a week", () => {
  const placed = (items: Item[], most = 5) =>
    placeWeek(items, WEEK, most).shown.map((one) => [one.id, one.column, one.days, one.line]);

  test("bars take the first line that is free on all their days", () => {
    const items = [item("a", "09", "11"), item("b", "10"), item("c", "11", "12"), item("d", "12")];
    expect(placed(items)).toEqual([
      ["a", 0, 3, 0],
      ["b", 1, 1, 1],
      ["c", 2, 2, 1],
      ["d", 3, 1, 0],
    ]);
  });

  test("what began before and what goes on are cut at the ends of the week", () => {
    expect(placed([item("a", "01", "10"), item("b", "14", "20"), item("c", "01", "31"), item("d", "16")])).toEqual([
      ["a", 0, 2, 0],
      ["b", 5, 2, 0],
      ["c", 0, 7, 1],
    ]);
  });

  test("a bar says that it goes on beyond the week", () => {
    const { shown } = placeWeek([item("a", "08", "10"), item("b", "14", "16"), item("c", "11")], WEEK, 5);
    expect(shown.map((one) => [one.id, one.wentOn, one.goesOn])).toEqual([
      ["a", true, false],
      ["b", false, true],
      ["c", false, false],
    ]);
  });

  test("a full day keeps its last line for how many more there are", () => {
    const items = ["a", "b", "c", "d"].map((id) => item(id, "10"));
    expect(placeWeek(items, WEEK, 4).more).toEqual([0, 0, 0, 0, 0, 0, 0]);
    const { shown, more } = placeWeek(items, WEEK, 3);
    expect(shown.map((one) => one.id)).toEqual(["a", "b"]);
    expect(more).toEqual([0, 2, 0, 0, 0, 0, 0]);
  });

  test("a bar that finds no room on one day is counted on all its days, which then are full too", () => {
    const items = [item("a", "10"), item("b", "10"), item("long", "10", "11"), item("c", "11"), item("d", "11")];
    const { shown, more } = placeWeek(items, WEEK, 2);
    expect(shown.map((one) => [one.id, one.line])).toEqual([
      ["a", 0],
      ["c", 0],
    ]);
    expect(more).toEqual([0, 2, 2, 0, 0, 0, 0]);
  });

  test("none lies over another, and none is lost, whatever there is", () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    for (let run = 0; run < 60; run++) {
      const items = Array.from({ length: random(25) }, (_, at) => {
        const from = addDays("2026-03-05", random(14));
        return { id: String(at), from, to: addDays(from, random(5)) };
      });
      const most = 1 + random(5);
      const { shown, more } = placeWeek(items, WEEK, most);
      for (const [day, name] of WEEK.entries()) {
        const here = shown.filter((one) => one.column <= day && day < one.column + one.days);
        expect(new Set(here.map((one) => one.line)).size).toBe(here.length);
        expect(here.length + (more[day] ?? 0)).toBe(itemsOn(items, name).length);
        expect(Math.max(-1, ...here.map((one) => one.line))).toBeLessThan(more[day] ? most - 1 : most);
      }
    }
  });
});
