import { expect, test } from "vitest";
import { sampleHome } from "../../../test-support/sampleHome";
import { byUse, type HomeBoard, openCount } from "./homeData";

const [first] = sampleHome().boards as HomeBoard[];
const board = (change: Partial<HomeBoard>) => ({ ...(first as HomeBoard), favourite: false, ...change });

test("favourites come first, then what was opened last, then by name", () => {
  const boards = [
    board({ name: "Beta", opened_at: null }),
    board({ name: "Alpha", opened_at: null }),
    board({ name: "Recent", opened_at: 5 }),
    board({ name: "Loved", favourite: true, opened_at: 1 }),
  ];
  expect(boards.sort(byUse).map((one) => one.name)).toEqual(["Loved", "Recent", "Alpha", "Beta"]);
});

test("open tasks are those of normal columns", () => {
  expect(openCount(first as HomeBoard)).toBe(26);
});
