import { describe, expect, test } from "vitest";
import { dueInstant } from "../cards/guesses/dueInstant";
import { dueDay, dueDaysIn, dueOn, isByChecklist } from "./dueDays";

const card = (due_on: string | null, due_time: string | null = null, due_zone: string | null = null) => ({
  due_on,
  due_time,
  due_zone,
  due_at: due_on && due_zone ? dueInstant(due_on, due_time, due_zone) : null,
});

/** Where the reader is, from UTC−11 to UTC+14. */
const readers = [
  "Pacific/Niue",
  "America/New_York",
  "Europe/Lisbon",
  "Asia/Kathmandu",
  "Pacific/Chatham",
  "Pacific/Kiritimati",
];
const days = ["2026-03-07", "2026-03-08", "2026-03-29", "2026-10-25", "2026-11-01", "2028-02-29"];

describe.each(readers)("for a reader in %s", (reader) => {
  test("a card without a time is due at the end of the day there, whoever set its date", () => {
    for (const old of [card(null), card("2026-03-01", null, reader), card("2026-03-01", null, "Asia/Tokyo")]) {
      const wish = dueOn(old, "2026-03-29", reader);
      expect(wish).toEqual({ due_on: "2026-03-29", due_time: null, due_zone: reader });
    }
  });

  test.each(readers)("a time of day set in %s is kept, and the card is due on the day asked for", (setter) => {
    for (const time of ["00:00", "00:30", "02:30", "09:00", "23:59"]) {
      for (const day of days) {
        const wish = dueOn(card("2026-06-15", time, setter), day, reader);
        expect(dueDay(dueInstant(wish.due_on ?? "", time, wish.due_zone ?? ""), reader)).toBe(day);
        expect(wish.due_time).toBe(time);
      }
    }
  });
});

test("the time stays where it was set", () => {
  // 23:00 in New York is the next day in Lisbon.
  const old = card("2026-06-15", "23:00", "America/New_York");
  const wish = dueOn(old, "2026-06-20", "Europe/Lisbon");
  expect(wish).toEqual({ due_on: "2026-06-19", due_time: "23:00", due_zone: "America/New_York" });
});

test("days of instants are told once and stay right", () => {
  const dayOf = dueDaysIn("Pacific/Kiritimati");
  const instants = [dueInstant("2026-03-10", null, "Pacific/Niue"), dueInstant("2026-03-10", null, "UTC")];
  expect([...instants, ...instants].map(dayOf)).toEqual(["2026-03-12", "2026-03-11", "2026-03-12", "2026-03-11"]);
});

test("the checklist decides where it alone has a date, or the earlier one", () => {
  expect(isByChecklist({ due_at: null, checklist_due_at: 5 })).toBe(true);
  expect(isByChecklist({ due_at: 6, checklist_due_at: 5 })).toBe(true);
  expect(isByChecklist({ due_at: 5, checklist_due_at: 5 })).toBe(false);
  expect(isByChecklist({ due_at: 5, checklist_due_at: null })).toBe(false);
});
