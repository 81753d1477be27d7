import { expect, test } from "vitest";
import { doubtOf, splitAddresses } from "./addresses";

test("addresses are split at spaces, commas, semicolons and lines, each once", () => {
  expect(splitAddresses("ana@example.org, ben@example.org;\nAna@Example.org  cem@example.org")).toEqual([
    "ana@example.org",
    "ben@example.org",
    "cem@example.org",
  ]);
});

test("names beside bracketed addresses are left out", () => {
  expect(splitAddresses("Ana Souza <ana@example.org>, mailto:ben@example.org")).toEqual([
    "ana@example.org",
    "ben@example.org",
  ]);
});

test.each([
  ["ana@gmial.com", "ana@gmail.com"],
  ["ana@gmai.com", "ana@gmail.com"],
  ["ana@gmailcom", "ana@gmail.com"],
  ["ana@hotmial.com", "ana@hotmail.com"],
  ["ana@outlok.com", "ana@outlook.com"],
  ["ana@yaho.com", "ana@yahoo.com"],
])("%s is questioned: %s?", (address, better) => {
  expect(doubtOf(address)).toEqual({ kind: "mistyped", address, better });
});

test("a missing dot, or no address at all, is said", () => {
  expect(doubtOf("ana@example")?.kind).toBe("no_dot");
  expect(doubtOf("ana")?.kind).toBe("not_address");
  expect(doubtOf("ana@@example.org")?.kind).toBe("not_address");
  expect(doubtOf("ana@example..org")?.kind).toBe("not_address");
});

test("what is right is not questioned", () => {
  for (const address of [
    "ana@gmail.com",
    "ana@gmx.com",
    "ana@mail.de",
    "ana@example.org",
    "ana@web.de",
    "ana@ymail.com",
  ]) {
    expect(doubtOf(address)).toBeNull();
  }
});
