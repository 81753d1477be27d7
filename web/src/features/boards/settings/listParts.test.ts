import { expect, test } from "vitest";
import { listParts } from "./listParts";

const others = (count: number) => `${count} others`;
const words = (ids: string[], locale = "en") =>
  listParts(ids, locale, others)
    .map((part) => (part.id ? part.id.toUpperCase() : part.text))
    .join("");

test.each([
  [["a"], "A"],
  [["a", "b"], "A and B"],
  [["a", "b", "c"], "A, B, and C"],
])("%j reads %s", (ids, said) => expect(words(ids)).toBe(said));

test("the language joins them", () => expect(words(["a", "b"], "de")).toBe("A und B"));

test("from the ninth on they are counted", () => {
  expect(words([..."abcdefgh"])).toBe("A, B, C, D, E, F, G, and H");
  expect(words([..."abcdefghi"])).toBe("A, B, C, D, E, F, G, and 2 others");
});
