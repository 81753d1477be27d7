import { describe, expect, test } from "vitest";
import type { CardRow } from "../../contracts/rows";
import { dayIn } from "../../kits/datekit";
import { dueInstant } from "../cards/guesses/dueInstant";
import { type LaneId, laneFinder, placeAmong, sortIntoLanes, spansOf } from "./dateLanes";
import type { LanePlan } from "./plans";

const at = (text: string) => Date.parse(text);
const due = (due_at: number | null, checklist_due_at: number | null = null) => ({ due_at, checklist_due_at });
const finder = (plan: LanePlan, now: number, zone: string, locale = "en-GB") =>
  laneFinder(spansOf(plan, dayIn(now, zone), locale), { now, zone, locale });

/** One moment in six zones, and what day it is there: from Niue (UTC−11) to Kiribati's Line Islands (UTC+14), which are a day apart. */
const NOW = at("2026-03-10T10:30:00Z");
const zones: [string, string][] = [
  ["Pacific/Niue", "2026-03-09"],
  ["America/New_York", "2026-03-10"],
  ["Europe/Lisbon", "2026-03-10"],
  ["Asia/Kathmandu", "2026-03-10"],
  ["Pacific/Chatham", "2026-03-11"],
  ["Pacific/Kiritimati", "2026-03-11"],
];

describe.each(zones)("in %s", (zone, today) => {
  const laneOf = finder("days", NOW, zone);
  const [first, second, third, later] = spansOf("days", today, "en-GB");

  test("today is the day there", () => {
    expect(dayIn(NOW, zone)).toBe(today);
    expect(first).toEqual({ id: "first", from: today, to: today, day: today });
  });

  test("a bare date set there stands in the column of its day", () => {
    const lanes = [first, second, third, later].map((span) => laneOf(due(dueInstant(span?.day ?? "", null, zone))));
    expect(lanes).toEqual(["first", "second", "third", "later"]);
  });

  test("midnight belongs to the day that it ends", () => {
    const midnight = dueInstant(second?.from ?? "", "00:00", zone);
    expect(laneOf(due(midnight))).toBe("first");
    expect(laneOf(due(midnight + 1))).toBe("second");
  });

  test("what was due a moment ago is overdue, what is due in a moment is not", () => {
    expect(laneOf(due(NOW))).toBe("overdue");
    expect(laneOf(due(NOW + 1))).toBe("first");
    expect(laneOf(due(null))).toBe("none");
  });
});

test.each<[string, string, string, string]>([
  // Clocks go forward in New York on 8 March 2026, back on 1 November; forward in Lisbon on 29 March.
  ["America/New_York", "2026-03-07T17:00:00Z", "2026-03-09T03:59:59.999Z", "second"],
  ["America/New_York", "2026-03-07T17:00:00Z", "2026-03-09T04:00:00.001Z", "third"],
  ["America/New_York", "2026-10-31T16:00:00Z", "2026-11-02T04:59:59.999Z", "second"],
  ["America/New_York", "2026-10-31T16:00:00Z", "2026-11-02T05:00:00.001Z", "third"],
  ["Europe/Lisbon", "2026-03-28T12:00:00Z", "2026-03-29T22:59:59.999Z", "second"],
  ["Europe/Lisbon", "2026-03-28T12:00:00Z", "2026-03-29T23:00:00.001Z", "third"],
])("where clocks change: %s at %s, due %s is in %s", (zone, now, dueAt, lane) => {
  expect(finder("days", at(now), zone)(due(at(dueAt)))).toBe(lane);
});

test("the nearest open item of the checklist decides where it is earlier", () => {
  const laneOf = finder("days", NOW, "UTC");
  const [today, later] = [dueInstant("2026-03-10", null, "UTC"), dueInstant("2026-04-10", null, "UTC")];
  expect(laneOf(due(later, today))).toBe("first");
  expect(laneOf(due(today, later))).toBe("first");
  expect(laneOf(due(null, later))).toBe("later");
});

describe("what a card gets that comes to a column", () => {
  const days = (plan: LanePlan, today: string, locale: string) => spansOf(plan, today, locale).map((span) => span.day);

  test.each<[LanePlan, string, string, string[]]>([
    ["days", "2026-02-27", "en-GB", ["2026-02-27", "2026-02-28", "2026-03-01", "2026-03-02"]],
    // A week's last day of work, by the locale's weekend; at the weekend itself the last day there is.
    ["weeks", "2026-03-10", "de", ["2026-03-13", "2026-03-20", "2026-03-27", "2026-04-03"]],
    ["weeks", "2026-03-10", "en-US", ["2026-03-13", "2026-03-20", "2026-03-27", "2026-04-03"]],
    ["weeks", "2026-03-10", "ar-EG", ["2026-03-12", "2026-03-19", "2026-03-26", "2026-04-02"]],
    ["weeks", "2026-03-14", "de", ["2026-03-15", "2026-03-20", "2026-03-27", "2026-04-03"]],
    ["weeks", "2026-03-15", "en-US", ["2026-03-20", "2026-03-27", "2026-04-03", "2026-04-10"]],
    ["months", "2027-12-31", "de", ["2027-12-31", "2028-01-31", "2028-02-29", "2028-03-31"]],
  ])("%s from %s in %s", (plan, today, locale, expected) => {
    expect(days(plan, today, locale)).toEqual(expected);
  });

  test.each<LanePlan>(["days", "weeks", "months"])("with that day it stands there, in %s", (plan) => {
    for (const [zone, today] of zones)
      for (const span of spansOf(plan, today, "de"))
        expect(finder(plan, NOW, zone, "de")(due(dueInstant(span.day, null, zone)))).toBe(span.id);
  });
});

test("the ends of time have a column", () => {
  const laneOf = finder("months", NOW, "Pacific/Kiritimati");
  expect(laneOf(due(dueInstant("1900-01-01", null, "Pacific/Niue")))).toBe("overdue");
  expect(laneOf(due(dueInstant("9000-12-31", null, "Pacific/Niue")))).toBe("later");
});

test("soonest first; equals stay in the order of the board", () => {
  const card = (id: string, due_at: number | null) => ({ id, due_at, checklist_due_at: null }) as CardRow;
  const [noon, night] = [at("2026-03-10T12:00:00Z"), dueInstant("2026-03-10", null, "UTC")];
  const cards = [card("a", night), card("b", noon), card("c", null), card("d", night), card("e", 5), card("f", null)];
  const lanes = sortIntoLanes(cards, finder("days", NOW, "UTC"));
  const expected: Record<LaneId, string[]> = {
    overdue: ["e"],
    first: ["b", "a", "d"],
    second: [],
    third: [],
    later: [],
    none: ["c", "f"],
  };
  expect(lanes).toEqual(expected);
});

test("the place shown for a card is the one it gets", () => {
  const night = dueInstant("2026-03-10", null, "UTC");
  const card = (id: string, column_id: string, rank: string, due_at = night) =>
    ({ id, column_id, rank, due_at, checklist_due_at: null }) as CardRow;
  const columns = ["todo", "doing"];
  const cards = [
    card("a", "todo", "b"),
    card("b", "todo", "d"),
    card("c", "doing", "a"),
    card("d", "todo", "a", night - 5),
  ];
  const inOrder = (all: CardRow[]) =>
    all.toSorted((x, y) => columns.indexOf(x.column_id) - columns.indexOf(y.column_id) || (x.rank < y.rank ? -1 : 1));
  const laneOf = finder("days", NOW, "UTC");
  for (const coming of [
    card("x", "todo", "a"),
    card("x", "todo", "c"),
    card("x", "doing", "z"),
    card("x", "doing", "0"),
  ]) {
    const sorted = sortIntoLanes(inOrder(cards), laneOf).first.flatMap(
      (id) => cards.find((one) => one.id === id) ?? [],
    );
    const place = placeAmong(sorted, coming, night, (id) => columns.indexOf(id));
    expect(sortIntoLanes(inOrder([...cards, coming]), laneOf).first.indexOf("x")).toBe(place);
  }
});
