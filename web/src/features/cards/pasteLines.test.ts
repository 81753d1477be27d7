import { expect, test } from "vitest";
import { pasteLines } from "./pasteLines";

test("one task a line, without empty lines and spaces", () => {
  expect(pasteLines("  Book the room \r\n\r\n Invite everybody\n")).toEqual(["Book the room", "Invite everybody"]);
});

test("list marks are not part of a task", () => {
  expect(pasteLines("- one\n* two\n• three\n1. four\n12) five\n- [ ] six\n[x] seven")).toEqual([
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
  ]);
});

test("words that only look like marks stay", () => {
  expect(pasteLines("-5 degrees\n2026 budget\n3.5 mm plug")).toEqual(["-5 degrees", "2026 budget", "3.5 mm plug"]);
});

test("a single line is a single task", () => {
  expect(pasteLines("Only this")).toEqual(["Only this"]);
});
