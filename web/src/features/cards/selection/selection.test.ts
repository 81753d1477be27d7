import { beforeEach, expect, test, vi } from "vitest";
import { Selection } from "./selection";

const here = new Set<string>();
vi.mock("../../../sync/hooks", () => ({
  store: { read: (_table: string, id: string) => (here.has(id) ? { board_id: "b" } : undefined) },
}));

const columns = [
  ["a1", "a2", "a3"],
  ["b1", "b2"],
  ["c1", "c2", "c3"],
];
let selection: Selection;

beforeEach(() => {
  here.clear();
  for (const id of columns.flat()) here.add(id);
  selection = new Selection(() => columns, "b");
});

test("a card is chosen and let go", () => {
  selection.toggle("a2");
  selection.toggle("b1");
  expect(selection.cards()).toEqual(["a2", "b1"]);
  selection.toggle("a2");
  expect(selection.cards()).toEqual(["b1"]);
});

test.each([
  ["a1", "a3", ["a1", "a2", "a3"]],
  ["a3", "a1", ["a1", "a2", "a3"]],
  ["a2", "c1", ["a2", "a3", "b1", "b2", "c1"]],
  ["c2", "b2", ["b2", "c1", "c2"]],
])("a range from %s to %s goes through the columns between them", (from, to, expected) => {
  selection.toggle(from);
  selection.extendTo(to);
  expect(selection.cards()).toEqual(expected);
});

test("a second range begins where the first did, and adds", () => {
  selection.toggle("a2");
  selection.extendTo("a3");
  selection.extendTo("a1");
  expect(selection.cards()).toEqual(["a1", "a2", "a3"]);
});

test("a range without a beginning is one card", () => {
  selection.extendTo("b2");
  expect(selection.cards()).toEqual(["b2"]);
});

test("what has left the board is not acted on", () => {
  selection.add(["a1", "b1"]);
  here.delete("a1");
  expect(selection.cards()).toEqual(["b1"]);
  expect(selection.size).toBe(2);
});

test("they come in the order of the board, whatever the order of the clicks", () => {
  for (const id of ["c3", "a2", "b1"]) selection.toggle(id);
  expect(selection.cards()).toEqual(["a2", "b1", "c3"]);
});

test("of ten thousand only the card that was clicked hears of it", () => {
  const many = Array.from({ length: 10_000 }, (_, at) => `m${at}`);
  selection = new Selection(() => [many], "b");
  const heard: string[] = [];
  for (const id of many) selection.watchCard(id, () => heard.push(id));
  selection.toggle("m7");
  selection.toggle("m7000");
  selection.toggle("m7");
  expect(heard).toEqual(["m7", "m7000", "m7"]);
});

test("tapping begins with one card, shows on all, and ends with the last", () => {
  const heard: string[] = [];
  for (const id of ["a1", "a2"]) selection.watchCard(id, () => heard.push(id));
  selection.startTapping("a1");
  expect(selection.isTapping).toBe(true);
  expect(heard).toEqual(["a1", "a2"]);
  selection.toggle("a1");
  expect(selection.isTapping).toBe(false);
  expect(heard).toEqual(["a1", "a2", "a1", "a2"]);
});

test("the list of ids is the same while nothing changes", () => {
  selection.add(["a1"]);
  expect(selection.ids()).toBe(selection.ids());
  const before = selection.ids();
  selection.clear();
  expect(selection.ids()).not.toBe(before);
});
