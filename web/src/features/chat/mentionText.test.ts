import { describe, expect, it } from "vitest";
import { askedMention, findPeople, toStored, toWritten } from "./mentionText";

const ANA = "0190a3b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b";
const BEN = "0190a3b4-5c6d-7e8f-9a0b-1c2d3e4f5a6c";
const ana = { id: ANA, name: "Ana" };
const anaMaria = { id: BEN, name: "Ana Maria" };

describe("what is sent", () => {
  it.each([
    ["plain words", [], "plain words"],
    ["@Ana, look", [ana], `@[Ana](person:${ANA}), look`],
    ["@Ana Maria and @Ana", [ana, anaMaria], `@[Ana Maria](person:${BEN}) and @[Ana](person:${ANA})`],
    ["@Anabel is somebody else", [ana], "@Anabel is somebody else"],
    ["ana@Ana", [], "ana@Ana"],
    ["@O'Neill [ops]!", [{ id: ANA, name: "O'Neill [ops]" }], `@[O'Neill \\[ops\\]](person:${ANA})!`],
    ["@Everybody", [{ id: "all", name: "Everybody" }], "@[Everybody](person:all)"],
  ])("%s", (text, mentions, stored) => expect(toStored({ text, mentions })).toBe(stored));

  it("tells two people of one name apart by their order", () => {
    const twins = [ana, { id: BEN, name: "Ana" }];
    expect(toStored({ text: "@Ana and @Ana", mentions: twins })).toBe(
      `@[Ana](person:${ANA}) and @[Ana](person:${BEN})`,
    );
  });
});

it("what is stored is edited under today's names, and stored again as it was", () => {
  const stored = `@[Anna](person:${ANA}) and @[all](person:all), [a link](https://x.org), @[Old](person:nobody)`;
  const written = toWritten(stored, (id) => (id === ANA ? "Ana" : undefined));
  expect(written.text).toBe("@Ana and @all, [a link](https://x.org), @[Old](person:nobody)");
  expect(toStored(written)).toBe(stored.replace("Anna", "Ana"));
});

describe("a mention being typed", () => {
  it.each([
    ["@", { from: 0, query: "" }],
    ["Hi @an", { from: 3, query: "an" }],
    ["(@Ana C", { from: 1, query: "Ana C" }],
    ["ana@example", null],
    ["@ana costa wrote", null],
    ["no", null],
  ])("%s", (text, asked) => expect(askedMention(text, text.length)).toEqual(asked));

  it("is the one at the caret", () => expect(askedMention("@be and @an", 3)).toEqual({ from: 0, query: "be" }));
});

it("people are found by any word of their name, whatever accents", () => {
  const people = [{ name: "Zoë Ångström" }, { name: "Ana Zorn" }, { name: "Ben" }];
  expect(findPeople(people, "zo").map(({ name }) => name)).toEqual(["Zoë Ångström", "Ana Zorn"]);
  expect(findPeople(people, "ang").map(({ name }) => name)).toEqual(["Zoë Ångström"]);
  expect(findPeople(people, "").length).toBe(3);
});
