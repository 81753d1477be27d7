import { readFileSync } from "node:fs";
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { render } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Entry } from "./historyPages";
import { sentenceOf, sentences } from "./sentences";

const people: Record<string, string> = { a: "Ana", b: "Ben", c: "Chidi" };
const reading = {
  ...{ now: Date.UTC(2026, 10, 22), zone: "UTC", locale: "en-GB" },
  nameOf: (id: string) => people[id] ?? "Somebody",
};

function said(what: string, old: unknown, now: unknown, more: Partial<Entry> = {}): string {
  const entry: Entry = {
    ...{ id: "1.0", at: 0, by: "a", verb: "x", what, old, new: now, board_id: "b", card_id: "c" },
    ...more,
  };
  const told = { entry, who: "Ana", reading };
  return render(<I18nProvider i18n={i18n}>{sentenceOf(told)}</I18nProvider>).container.textContent ?? "";
}

const column = (name: string, kind = "normal") => ({ id: name, name, kind });
const due = (on: string, time: string | null = null) => ({
  ...{ on, time, zone: "UTC" },
  at: Date.parse(`${on}T${time ?? "24:00"}:00Z`),
});

test("every aspect that is documented has its sentence", () => {
  const page = readFileSync("../docs/topics/history.md", "utf8");
  const rows = page.split("\n").filter((line) => line.startsWith("| `"));
  const aspects = rows.flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/`(\w+)`/g)].map(([, what]) => what));
  expect(aspects.length).toBeGreaterThan(50);
  expect(Object.keys(sentences).sort()).toEqual(aspects.sort());
});

test("an aspect nobody knows here is told as a change", () => {
  expect(said("from_tomorrow", 1, 2)).toBe("Ana changed something here");
});

test.each([
  ["dependency_added", null, { kind: "blocks", card: "x" }, "Ana said that this blocks another task"],
  [
    "dependency_removed",
    { kind: "blocked_by", card: "x" },
    null,
    "Ana said that this is not blocked by another task any more",
  ],
  ["moved", column("Doing"), column("Completed", "completed"), "Ana moved this from Doing to Completed"],
  [
    "moved",
    column("Doing"),
    { id: "x", name: null, kind: null },
    "Ana moved this from Doing to a column since removed",
  ],
  ["deleted", column("Doing"), null, "Ana deleted this from Doing"],
  ["due", due("2026-12-03"), due("2026-12-10", "14:30"), "Ana set the due date: 3 Dec  10 Dec, 14:30"],
  ["due", due("2026-12-03"), null, "Ana removed the due date: 3 Dec"],
  ["start", null, "2027-01-05", "Ana set the start: 5 Jan 2027"],
  ["status", "normal", "needs_review", "Ana set the status: Normal  Needs review"],
  ["assigned", null, ["a"], "Ana took this on"],
  ["assigned", null, ["b", "c"], "Ana assigned this to Ben and Chidi"],
  ["tagged", null, [{ id: "1", name: "red" }], "Ana added the tag red"],
  [
    "untagged",
    [
      { id: "1", name: "red" },
      { id: "2", name: "blue" },
    ],
    null,
    "Ana took off the tags red and blue",
  ],
  ["item_done", null, [{ id: "1", text: "Milk" }], "Ana ticked Milk"],
  ["item_assigned", null, [{ id: "1", text: "Milk", people: ["b"] }], "Ana assigned Milk to Ben"],
  [
    "message_deleted",
    null,
    [
      { id: "1", by: "b" },
      { id: "2", by: "b" },
    ],
    "Ana deleted 2 messages by Ben",
  ],
  [
    "column_limit",
    [{ ...column("Doing"), value: 3 }],
    [{ ...column("Doing"), value: null }],
    "Ana removed the WIP limit of Doing",
  ],
  [
    "role",
    [{ person: "b", role: "member" }],
    [{ person: "b", role: "admin" }],
    "Ana set the role of Ben: Team member  Board admin",
  ],
  ["left", [{ person: "a", role: "member" }], null, "Ana left this board"],
  ["left", [{ person: "b", role: "member" }], null, "Ana took Ben off this board"],
  ["cards_purged", null, 3, "Ana deleted 3 tasks for ever"],
])("%s of %j to %j", (what, old, now, words) => {
  expect(said(what, old, now)).toBe(words);
});
