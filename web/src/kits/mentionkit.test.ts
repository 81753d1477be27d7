import { expect, test } from "vitest";
import { mentionedIds, mentionIn, readMentions, writeMention } from "./mentionkit";

const ANA = "0190a3b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b";
const BEN = "0190a3b4-5c6d-7e8f-9a0b-1c2d3e4f5a6c";

test.each(["Ana Costa", "O'Neill [ops]", "a\\b", "*", "عائشة", "x_y_z", "`code`", "a <b> & c"])(
  "a mention of %s is read as it was written",
  (name) => {
    expect(readMentions(`See ${writeMention({ id: ANA, name })}!`)).toEqual([{ id: ANA, name }]);
  },
);

test("everybody mentioned is named once, in the order of the text", () => {
  const text = `@[Ben](person:${BEN}) and @[Ana](person:${ANA}), @[Ben](person:${BEN}), @[all](person:all)`;
  expect(mentionedIds(text)).toEqual([BEN, ANA, "all"]);
});

test.each([
  "ana@example.com",
  `[Ana](person:${ANA})`,
  "@[Ana](person:1)",
  `@[Ana](person:${ANA.toUpperCase()})`,
  "@[Ana](https://example.com)",
  `@[A\nna](person:${ANA})`,
])("%s is no mention", (text) => {
  expect(readMentions(text)).toEqual([]);
});

test("hostile text is read in no time", () => {
  const from = performance.now();
  readMentions("@[".repeat(100_000));
  readMentions(`@[${"\\]".repeat(100_000)}`);
  expect(performance.now() - from).toBeLessThan(500);
});

test("a link's target tells whom it mentions", () => {
  expect([mentionIn(`person:${ANA}`), mentionIn("person:all"), mentionIn("person:x"), mentionIn("https://x")]).toEqual([
    ANA,
    "all",
    null,
    null,
  ]);
});
