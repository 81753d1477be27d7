import { describe, expect, it } from "vitest";
import { TABLES } from "../../contracts/rows";
import type { Change, Patch } from "../../sync/wire";
import { happenings } from "./happenings";

const row = (table: "cards" | "talks" | "shelves", facts: Record<string, unknown>): Patch => [
  "+",
  table,
  TABLES[table].fields.map((name) => facts[name] ?? null),
];
const change = (scope: string, patches: Patch[], by = "ben", command = "c1", at = 9): Change => [
  scope,
  "0",
  1,
  by,
  command,
  at,
  patches,
];
const told = (...changes: Change[]) =>
  happenings(changes, "ana").map(({ subject, aspect, at }) => `${subject} ${aspect} ${at}`);

describe("what others do", () => {
  it("is news of the aspects of the fields they change", () => {
    const patch: Patch = ["~", "cards", "ink", { title: "x", due_on: "2026-01-01", due_at: 1, rank: "a" }];
    expect(told(change("board:plan", [patch]))).toEqual(["ink title 9", "ink due 9"]);
  });

  it("is news of the card in whose scope it happens", () => {
    expect(told(change("card:ink", [["~", "card_texts", "ink", { version: 2 }]]))).toEqual(["ink details 9"]);
    expect(told(change("card:ink", [["~", "checklist_items", "milk", { done: true }]]))).toEqual(["ink checklist 9"]);
    expect(told(change("shelf:ink", [["~", "attachments", "photo", { version: 2 }]]))).toEqual(["ink files 9"]);
  });

  it("is no news when one did it oneself, or moved a card, or ordered things", () => {
    expect(told(change("board:plan", [["~", "cards", "ink", { title: "x" }]], "ana"))).toEqual([]);
    expect(told(change("board:plan", [["~", "cards", "ink", { column_id: "c", rank: "a" }]]))).toEqual([]);
    expect(told(change("board:plan", [["-", "cards", "ink"]]))).toEqual([]);
  });

  it("is one piece of news where a card comes with all it has", () => {
    const files = change("files:plan", [row("shelves", { id: "ink", count: 2 })]);
    const card = change("board:plan", [row("cards", { id: "ink" })]);
    expect(told(files, card)).toEqual(["ink new 9"]);
    expect(told(change("files:plan", [row("shelves", { id: "oak", count: 2 })]))).toEqual(["oak files 9"]);
  });

  it("is as old as the message, for a talk that comes along with its card", () => {
    expect(told(change("talk:plan", [row("talks", { id: "ink", last_at: 3 })]))).toEqual(["ink chat 3"]);
  });
});
