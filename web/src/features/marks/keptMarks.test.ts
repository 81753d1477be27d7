import { afterEach, expect, it } from "vitest";
import { forgetMarks, keepMarks, recallMarks } from "./keptMarks";

afterEach(() => localStorage.clear());

const answer = (marks: Record<string, { title: number }>) => ({ marks, floor: 1, is_behind: false });

it("tells what was told last, to this person alone, until they sign out", () => {
  keepMarks("ana", "plan", answer({ ink: { title: 5 } }));
  keepMarks("ana", "plan", answer({ oak: { title: 6 } }));
  expect(recallMarks("ana", "plan")).toEqual(answer({ oak: { title: 6 } }));
  expect(recallMarks("ben", "plan")).toBeUndefined();
  forgetMarks("ana");
  expect(recallMarks("ana", "plan")).toBeUndefined();
});

it("has nothing of a board that one may not read any more", () => {
  keepMarks("ana", "plan", answer({ ink: { title: 5 } }));
  keepMarks("ana", "ops", answer({ elm: { title: 5 } }));
  keepMarks("ana", "plan", null);
  expect(recallMarks("ana", "plan")).toBeUndefined();
  expect(recallMarks("ana", "ops")).toEqual(answer({ elm: { title: 5 } }));
});

it("keeps the boards used last, and the newest of a board", () => {
  for (let at = 0; at < 30; at++) keepMarks("ana", `board ${at}`, answer({}));
  keepMarks("ana", "board 15", answer(Object.fromEntries([...Array(900).keys()].map((n) => [`c${n}`, { title: n }]))));
  keepMarks("ana", "new", answer({}));
  expect(recallMarks("ana", "board 10")).toBeUndefined();
  expect(recallMarks("ana", "board 29")).toBeDefined();
  expect(Object.keys(recallMarks("ana", "board 15")?.marks ?? {})).toHaveLength(500);
});

it("takes what it cannot read for nothing", () => {
  localStorage.setItem("tafla.marks.ana", "{");
  expect(recallMarks("ana", "plan")).toBeUndefined();
});
