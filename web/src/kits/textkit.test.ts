import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { merge, moveCaret } from "./textkit";

type Case = { name?: string; base: string; mine: string; theirs: string; expect: string | null };

const golden = resolve(process.cwd(), "../contracts/golden/text");

describe.each(readdirSync(golden))("S12, golden cases of %s", (file) => {
  const cases: Case[] = JSON.parse(readFileSync(resolve(golden, file), "utf8"));
  it.each(cases.map((one, number) => [one.name ?? number, one] as const))("%s", (_, one) => {
    expect(merge(one.base, one.mine, one.theirs)).toBe(one.expect);
    expect(merge(one.base, one.theirs, one.mine)).toBe(one.expect);
  });
});

describe("merge of long texts", () => {
  const long = (seed: number, gap: string) =>
    Array.from({ length: 25_000 }, (_, at) => `w${(at * at * seed + at * 7919) % 3001}`).join(gap);
  const secondsOf = (work: () => unknown) => {
    const began = performance.now();
    work();
    return (performance.now() - began) / 1000;
  };

  it("joins a few edits in a moment", () => {
    const base = long(1, "\n");
    expect(merge(base, `new start\n${base}`, `${base}\nnew end`)).toBe(`new start\n${base}\nnew end`);
    expect(secondsOf(() => merge(base, `new start\n${base}`, `${base}\nnew end`))).toBeLessThan(0.2);
  });

  it.each([" ", "\n"])("gives up in bounded time where nothing is in common (%j)", (gap) => {
    expect(secondsOf(() => merge(long(1, gap), long(2, gap), long(3, gap)))).toBeLessThan(2);
  });
});

describe("moveCaret", () => {
  // `|` is the caret.
  const moved = (before: string, after: string) => {
    const caret = moveCaret(before.replace("|", ""), after, before.indexOf("|"));
    return `${after.slice(0, caret)}|${after.slice(caret)}`;
  };

  it.each([
    ["stays where nothing changed", "one| two", "one two", "one| two"],
    ["moves along with text put before it", "one tw|o", "zero one two", "zero one tw|o"],
    ["stays before text put after it", "one| two three", "one two 3", "one| two 3"],
    ["stays before text put exactly there", "one two|", "one two three", "one two| three"],
    ["stays at the start", "|one", "zero one", "|zero one"],
    ["moves back when text before it goes", "zero one tw|o", "one two", "one tw|o"],
    ["goes to where the text around it was", "one two| three four", "one four", "one |four"],
    ["keeps its place in a word that grows at its end", "wh|ite wall", "whiteboard wall", "wh|iteboard wall"],
    [
      "keeps its place in a word that grows at its start",
      "boar|d is full",
      "whiteboard is full",
      "whiteboar|d is full",
    ],
    ["goes behind a word that was replaced", "a ca|t sat", "a dog sat", "a dog| sat"],
    ["counts units of two after an emoji", "🎉 on|e", "🎉 🎈 one", "🎉 🎈 on|e"],
    ["never stands inside an emoji", "a 🎉| b", "a 🎈 b", "a 🎈| b"],
    ["follows its line past new lines", "- a\n- b|\n", "- x\n- a\n- y\n- b\n", "- x\n- a\n- y\n- b|\n"],
    ["survives an emptied text", "on|e", "", "|"],
  ])("%s", (_, before, after, expected) => {
    expect(moved(before, after)).toBe(expected);
  });

  it("never leaves the text", () => {
    const texts = ["", "a", "a b", "b a", "🎉 a", "a\n🎈", "a a a", "- a\n- b\n"];
    for (const before of texts) {
      for (const after of texts) {
        for (let caret = 0; caret <= before.length; caret++) {
          const moved = moveCaret(before, after, caret);
          expect(moved).toBeGreaterThanOrEqual(0);
          expect(moved).toBeLessThanOrEqual(after.length);
        }
      }
    }
  });
});
