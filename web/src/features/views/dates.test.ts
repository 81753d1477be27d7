import { describe, expect, it, test } from "vitest";
import { dayIn } from "../../kits/datekit";
import { dueInstant } from "../cards/guesses/dueInstant";
import { type Clock, DATE_BUCKETS, dateBucketOf, dayFor, dueOf, dueOn } from "./dates";

const clock = (now: string, change: Partial<Clock> = {}): Clock => ({
  now: Date.parse(now),
  zone: "Europe/Lisbon",
  weekStart: 1,
  weekend: [6, 7],
  ...change,
});
/** A Wednesday. */
const wednesday = clock("2026-11-11T10:00:00Z");

describe("the day of a bucket", () => {
  it.each([
    ["in the middle of a week", wednesday, ["2026-11-11", "2026-11-13", "2026-11-16", "2026-11-30", "2026-12-01"]],
    // Tomorrow is Saturday: the week has days, and no working day.
    [
      "on a Friday",
      clock("2026-11-13T10:00:00Z"),
      ["2026-11-13", "2026-11-15", "2026-11-16", "2026-11-30", "2026-12-01"],
    ],
    [
      "on the last day of a week",
      clock("2026-11-15T10:00:00Z"),
      ["2026-11-15", undefined, "2026-11-16", "2026-11-30", "2026-12-01"],
    ],
    [
      "late in a month",
      clock("2026-11-24T10:00:00Z"),
      ["2026-11-24", "2026-11-27", "2026-11-30", undefined, "2026-12-07"],
    ],
    [
      "where weeks begin on Sunday",
      clock("2026-11-11T10:00:00Z", { weekStart: 7 }),
      ["2026-11-11", "2026-11-13", "2026-11-16", "2026-11-30", "2026-12-01"],
    ],
    [
      "where Friday and Saturday are off",
      clock("2026-11-11T10:00:00Z", { weekStart: 6, weekend: [5, 6] }),
      ["2026-11-11", "2026-11-12", "2026-11-15", "2026-11-30", "2026-12-01"],
    ],
    [
      "where it is tomorrow already",
      clock("2026-11-11T10:00:00Z", { zone: "Pacific/Kiritimati" }),
      ["2026-11-12", "2026-11-13", "2026-11-16", "2026-11-30", "2026-12-01"],
    ],
    [
      "where it is still yesterday",
      clock("2026-11-11T10:00:00Z", { zone: "Pacific/Pago_Pago" }),
      ["2026-11-10", "2026-11-13", "2026-11-16", "2026-11-30", "2026-12-01"],
    ],
  ])("%s", (_name, at, days) => {
    expect(["today", "this_week", "next_week", "this_month", "later"].map((one) => dayFor(one, at))).toEqual(days);
  });

  it("is none where nothing is scheduled, and nothing is put on what is overdue or on no date at all", () => {
    expect(dayFor("none", wednesday)).toBeNull();
    expect(dayFor("overdue", wednesday)).toBeUndefined();
    expect(dayFor("blocked", wednesday)).toBeUndefined();
  });
});

const zones = [
  "Pacific/Pago_Pago",
  "America/St_Johns",
  "UTC",
  "Asia/Kathmandu",
  "Pacific/Chatham",
  "Pacific/Kiritimati",
];
const cases = zones.flatMap((zone) => [1, 6, 7].map((weekStart) => [zone, weekStart] as const));

test.each(cases)("what is put in a bucket falls into it: %s, weeks from %i", (zone, weekStart) => {
  // Every day of two months, so all lengths of weeks and months' ends; clocks change in some of these zones meanwhile.
  for (let days = 0; days < 61; days += 1) {
    const at = clock("2026-03-01T11:30:00Z", { zone, weekStart });
    at.now += days * 86_400_000;
    for (const bucket of DATE_BUCKETS) {
      const day = dayFor(bucket, at);
      if (!day) continue;
      expect([dayIn(at.now, zone), dateBucketOf(dueInstant(day, null, zone), at)]).toEqual([
        dayIn(at.now, zone),
        bucket,
      ]);
    }
  }
});

describe("moving a due date", () => {
  const timed = {
    due_on: "2026-11-10",
    due_time: "09:00",
    due_zone: "America/New_York",
    due_at: Date.parse("2026-11-10T14:00:00Z"),
  };

  it("keeps the time of day as the reader's clock shows it", () => {
    expect(dueOn("2026-11-16", timed, wednesday)).toEqual({
      due_on: "2026-11-16",
      due_time: "14:00",
      due_zone: "Europe/Lisbon",
      due_at: Date.parse("2026-11-16T14:00:00Z"),
    });
  });

  it("forgets a time that is over already, which would make the task overdue at once", () => {
    const early = { ...timed, due_at: Date.parse("2026-11-10T08:00:00Z") };
    const moved = dueOn("2026-11-11", early, wednesday);
    expect(moved).toMatchObject({ due_on: "2026-11-11", due_time: null });
    expect(dateBucketOf(moved.due_at, wednesday)).toBe("today");
  });

  it("clears it", () => {
    expect(dueOn(null, timed, wednesday)).toEqual({ due_on: null, due_time: null, due_zone: null, due_at: null });
  });
});

test("a card is due with the first of its open items", () => {
  expect(dueOf({ due_at: 5, checklist_due_at: 3 })).toBe(3);
  expect(dueOf({ due_at: null, checklist_due_at: 3 })).toBe(3);
  expect(dueOf({ due_at: 5, checklist_due_at: null })).toBe(5);
  expect(dueOf({ due_at: null, checklist_due_at: null })).toBeNull();
});
