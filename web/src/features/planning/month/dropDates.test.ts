import { expect, test } from "vitest";
import { dueInstant } from "../../cards/guesses/dueInstant";
import { dueDaysIn } from "../dueDays";
import { datesAfterDrop } from "./dropDates";

const ZONE = "Pacific/Chatham";
const dayOf = dueDaysIn(ZONE);
const at = (day: string) => dueInstant(day, null, ZONE);
const card = (start_on: string | null, due: string | null, item: string | null = null) => ({
  start_on,
  due_at: due && at(due),
  checklist_due_at: item && at(item),
});

test.each([
  ["a due date", card(null, "2026-04-03"), "2026-04-03", { due: "2026-04-07" }],
  [
    "a bar, taken in its middle, over the end of summer time",
    card("2026-04-03", "2026-04-06"),
    "2026-04-04",
    { start: "2026-04-06", due: "2026-04-09" },
  ],
  ["a start without an end", card("2026-04-03", null), "2026-04-03", { start: "2026-04-07" }],
  ["a start after its end", card("2026-04-09", "2026-04-03"), "2026-04-03", { due: "2026-04-07" }],
  ["what only its checklist dates", card("2026-04-01", null, "2026-04-03"), "2026-04-03", { due: "2026-04-07" }],
  ["what has no date", card(null, null), null, { due: "2026-04-07" }],
  ["a bar taken beside the days", card("2026-04-03", "2026-04-06"), null, { due: "2026-04-07" }],
])("%s", (_name, dated, from, expected) => {
  expect(datesAfterDrop(dated as Parameters<typeof datesAfterDrop>[0], from, "2026-04-07", dayOf)).toEqual(expected);
});
