import { expect, test } from "vitest";
import type { HomeBoard } from "./homeData";
import { isShown } from "./resting";

const board = (state: string) => ({ state }) as HomeBoard;

test.each([
  ["open", false, false, true],
  ["archived", false, true, false],
  ["archived", true, false, true],
  ["trash", true, false, false],
  ["trash", false, true, true],
])("a board that is %s, with archive %s and trash %s: shown %s", (state, archived, trash, expected) => {
  expect(isShown(board(state), { archived, trash })).toBe(expected);
});
