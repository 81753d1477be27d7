import { expect, it } from "vitest";
import { plainText } from "./plainText";

const ANA = "0190a3b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b";

it.each([
  ["plain", "plain"],
  [`@[Ana \\[ops\\]](person:${ANA}) look`, "@Ana [ops] look"],
  ["# Head\n\n- **one**\n- `two` ~~three~~", "Head one two three"],
  ["see [the plan](https://x.org/a_b) ![photo](attachment:1)", "see the plan photo"],
  ["2 * 3 = 6", "2 * 3 = 6"],
  ["x".repeat(300), `${"x".repeat(200)}…`],
])("%s", (text, plain) => expect(plainText(text)).toBe(plain));

it("hostile text is read in no time", () => {
  const from = performance.now();
  for (const piece of ["[", "@[", "*", "](", "\n> "]) plainText(piece.repeat(10_000));
  expect(performance.now() - from).toBeLessThan(200);
});
