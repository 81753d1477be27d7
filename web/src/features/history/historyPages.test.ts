import { expect, test } from "vitest";
import { type Entry, NO_PAGES, type Page, withNewest, withOlder } from "./historyPages";

const entry = (id: number): Entry => ({
  ...{ id: `${id}.0`, at: id, by: "p", verb: "card.rename", what: "title", old: null, new: null },
  ...{ board_id: "b", card_id: "c" },
});
const page = (from: number, to: number, isLast = false): Page => {
  const entries = Array.from({ length: from - to + 1 }, (_, at) => entry(from - at));
  const people = [{ id: "p", name: `Ana ${from}`, photo: "" }];
  return { entries, next: isLast ? null : `${to}.0`, people, cards: [] };
};
const ids = (pages: { entries: readonly Entry[] }) => pages.entries.map((one) => one.at);

test("older pages go below, newer entries above, and nothing twice", () => {
  let pages = withOlder(withNewest(NO_PAGES, page(9, 7)), page(6, 4));
  pages = withNewest(pages, page(10, 8));
  expect(ids(pages)).toEqual([10, 9, 8, 7, 6, 5, 4]);
  expect(pages.next).toBe("4.0");
  expect(pages.people.get("p")?.name).toBe("Ana 10");
});

test("after a gap the newest page stands alone, and leads to what is below it", () => {
  const pages = withNewest(withNewest(NO_PAGES, page(5, 3)), page(20, 18));
  expect(ids(pages)).toEqual([20, 19, 18]);
  expect(pages.next).toBe("18.0");
});

test("a first page that is all there is drops what has been deleted for ever", () => {
  const pages = withNewest(withNewest(NO_PAGES, page(5, 3)), { ...page(5, 4, true) });
  expect(ids(pages)).toEqual([5, 4]);
  expect(pages.next).toBeNull();
});
