import { expect, test } from "vitest";
import { freshHue, hueOf } from "./tagHues";
import { sameName } from "./tagNames";
import { byName } from "./useBoardTags";

const tag = (name: string, hue = "red") => ({ id: name, board_id: "b", name, hue });

test.each([
  ["Red", "red", true],
  [" Red  tape", "red tape", true],
  ["Straße", "STRASSE", true],
  ["e\u0301te\u0301", "\u00c9T\u00c9", true],
  ["Red", "Reed", false],
])("“%s” and “%s” are one name: %s", (one, other, isSame) => {
  expect(sameName(one, other)).toBe(isSame);
});

test("a new tag gets a colour that the fewest have, and grey last", () => {
  expect(freshHue([])).toBe("red");
  expect(freshHue([tag("a", "red"), tag("b", "orange")])).toBe("yellow");
  const all = ["red", "orange", "yellow", "green", "teal", "blue", "violet", "pink", "brown"];
  expect(freshHue(all.map((hue) => tag(hue, hue)))).toBe("grey");
});

test("a colour of a later version is grey here", () => {
  expect(hueOf("teal")).toBe("teal");
  expect(hueOf("plaid")).toBe("grey");
});

test("tags stand by name, numbers as numbers", () => {
  const names = byName([tag("Sprint 10"), tag("sprint 9"), tag("Älg"), tag("Zebra")], "en").map((one) => one.name);
  expect(names).toEqual(["Älg", "sprint 9", "Sprint 10", "Zebra"]);
});
