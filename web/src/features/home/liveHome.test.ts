import { expect, test } from "vitest";
import { sampleHome } from "../../../test-support/sampleHome";
import type { BoardPrefRow, BoardRow } from "../../contracts/rows";
import type { HomeData } from "./homeData";
import { mergeHome } from "./liveHome";

const home = sampleHome() as HomeData;
const [first] = home.boards as [HomeData["boards"][number]];
const pref = (board_id: string, change: Partial<BoardPrefRow>): BoardPrefRow => ({
  id: `me.${board_id}`,
  person_id: "me",
  board_id,
  favourite: false,
  zoom: "cards",
  hidden_column_ids: [],
  opened_at: null,
  ...change,
});
const made: BoardRow = {
  id: "new",
  account_id: first.account_id,
  name: "Made offline",
  kind: "task",
  description: "",
  wip_mode: "warn",
  numbering: false,
  use_tags: true,
  created_at: 5,
  created_by: "me",
};

test("one's own stars are shown as this device knows them", () => {
  const merged = mergeHome(home, [pref(first.id, { favourite: !first.favourite, opened_at: 9 })], []);
  expect(merged.boards[0]).toEqual({ ...first, favourite: !first.favourite, opened_at: 9 });
  expect(merged.boards.slice(1)).toEqual(home.boards.slice(1));
});

test("a board made without a connection waits among the others until the server tells of it", () => {
  const merged = mergeHome(home, [], [made]);
  expect(merged.boards.at(-1)).toMatchObject({ id: "new", name: "Made offline", isWaiting: true, columns: [] });
  const told = { ...home, boards: [...home.boards, { ...first, id: "new" }] };
  expect(mergeHome(told, [], [made]).boards.filter((board) => board.id === "new")).toHaveLength(1);
});
