import { act, renderHook } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { drafts, world } from "../../../../test-support/fakeSync";
import { movedCaret, useDetails } from "./useDetails";

vi.mock("../../../sync/hooks", () => import("../../../../test-support/fakeSync"));

const CARD = "c1";
const field = { current: null };
const open = () => renderHook(() => useDetails(CARD, field));
const theySave = (details: string, version: number) =>
  act(() => {
    world.put("card_texts", { id: CARD, details, version });
    world.flush();
  });
const saves = () => world.sent.filter((one) => one.verb === "card.set_details");

beforeEach(() => {
  world.sent = [];
  drafts.set(`details.${CARD}`, null);
  world.put("card_texts", { id: CARD, details: "one two three", version: 1 });
});

test("what others save arrives while nothing is typed", () => {
  const { result } = open();
  theySave("one two three four", 2);
  expect(result.current.text).toBe("one two three four");
});

test("edits to different words are joined, and the next save starts from theirs", async () => {
  const { result } = open();
  act(() => result.current.write("ONE two three"));
  theySave("one two THREE", 2);
  expect(result.current.text).toBe("ONE two THREE");
  await act(async () => result.current.save());
  expect(saves()[0]?.args).toEqual({ card_id: CARD, text: "ONE two THREE", base_version: 2 });
});

test("edits to the same words show both texts, and the chosen one is saved", async () => {
  const { result } = open();
  act(() => result.current.write("one MINE three"));
  theySave("one THEIRS three", 2);
  expect(result.current.conflict).toEqual({ mine: "one MINE three", theirs: "one THEIRS three", version: 2 });
  await act(async () => result.current.settle("one MINE three"));
  expect(result.current.conflict).toBeNull();
  expect(saves()[0]?.args).toEqual({ card_id: CARD, text: "one MINE three", base_version: 2 });
});

test("what was typed on an older text joins what arrived meanwhile", async () => {
  const { result } = open();
  theySave("one two THREE", 2);
  act(() => result.current.write("ONE two three", "one two three"));
  expect(result.current.text).toBe("ONE two THREE");
  await act(async () => result.current.save());
  expect(saves()[0]?.args).toEqual({ card_id: CARD, text: "ONE two THREE", base_version: 2 });
});

test("what was typed on an older text shows both where they touch", () => {
  const { result } = open();
  theySave("one THEIRS three", 2);
  act(() => result.current.write("one MINE three", "one two three"));
  expect(result.current.conflict).toEqual({ mine: "one MINE three", theirs: "one THEIRS three", version: 2 });
});

test("an unchanged text is not saved", async () => {
  const { result } = open();
  await act(async () => result.current.save());
  expect(saves()).toEqual([]);
});

test("a draft survives closing before it is saved", () => {
  const first = open();
  act(() => first.result.current.write("one two three and more"));
  world.sent = [];
  const kept = drafts.get(`details.${CARD}`);
  expect(kept).toContain("and more");
});

test("the caret stays behind its letter", () => {
  expect(movedCaret("abc", "abcdef", 2)).toBe(2);
  expect(movedCaret("abc", "XXabc", 2)).toBe(4);
  expect(movedCaret("abc def", "abc XX def", 7)).toBe(10);
});
