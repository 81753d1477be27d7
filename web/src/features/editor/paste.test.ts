import { expect, test, vi } from "vitest";
import { cleanAddress } from "./paste";
import { findPeople } from "./suggest";

vi.mock("../../sync/hooks", () => import("../../../test-support/fakeSync"));

test.each([
  ["https://a.example/b c", "https://a.example/b%20c"],
  ["a.example", "https://a.example"],
  ["www.a.example", "https://www.a.example"],
  ["me@a.example", "mailto:me@a.example"],
  ["/b/1", "/b/1"],
  [" https://a.example ", "https://a.example"],
  ["javascript:alert(1)", null],
  ["JAVASCRIPT:alert(1)", null],
  ["data:text/html,x", null],
  ["", null],
])("the address %s is %s", (typed, clean) => {
  expect(cleanAddress(typed)).toBe(clean);
});

const PEOPLE = ["Ana Costa", "Ánh Nguyễn", "Ben Okafor", "عائشة"].map((name, at) => ({ id: String(at), name }));

test.each([
  ["", ["Ana Costa", "Ánh Nguyễn", "Ben Okafor", "عائشة", "all"]],
  ["an", ["Ana Costa", "Ánh Nguyễn"]],
  ["nguyen", ["Ánh Nguyễn"]],
  ["OKA", ["Ben Okafor"]],
  ["عا", ["عائشة"]],
  ["al", ["all"]],
  ["ana costa and", []],
])("%s finds people by the beginning of a word", (words, names) => {
  expect(findPeople(PEOPLE, words).map(({ name }) => name)).toEqual(names);
});
