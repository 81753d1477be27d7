import { expect, test } from "vitest";
import { diffParts } from "./diffParts";

const shown = (old: string, now: string) =>
  diffParts(old, now)
    .map(({ kind, text }) => (kind === "same" ? text : kind === "old" ? `[-${text}]` : `[+${text}]`))
    .join("");

test("shows what went and what came between what stayed", () => {
  expect(shown("buy oat milk today", "buy milk tomorrow")).toBe("buy [-oat ]milk [-today][+tomorrow]");
  expect(shown("", "all new")).toBe("[+all new]");
  expect(shown("all gone", "")).toBe("[-all gone]");
});

test("keeps only a little of long stretches that stayed", () => {
  const long = "word ".repeat(100);
  const text = shown(`${long}end ${long}`, `${long}END ${long}`);
  expect(text.length).toBeLessThan(150);
  expect(text).toContain("[-end][+END]");
  expect(text.startsWith("…")).toBe(true);
  expect(text.endsWith("…")).toBe(true);
});

test("does not tear two texts into words that have little in common", () => {
  expect(shown("the one that was here first", "and now the other that is there")).toBe(
    "[-the one that was here first][+and now the other that is there]",
  );
});
