import { beforeEach, expect, test } from "vitest";
import type { HomeBoard, HomeData } from "../home/homeData";
import { boardFindings } from "./boardFindings";
import { noteUsed, readUsed } from "./used";

const facts = { kind: "task" as const, privacy: "account", columns: [], people: [], overdue: 0, role: "admin" };
const board = (name: string, more: Partial<HomeBoard> = {}): HomeBoard => ({
  ...{ ...facts, id: name, name, state: "open", account_id: "a", favourite: false, opened_at: null },
  ...more,
});
const words = {
  favourites: "Favourites",
  recent: "Recent",
  boards: "Boards",
  archive: "Archive…",
  archived: "Archived",
};
const options = { words, here: null, unread: new Map([["b3", 4]]), badge: String, open: () => undefined };
const accounts = [
  { id: "a", name: "Ana", role: "owner" },
  { id: "b", name: "Trust", role: "member" },
];
const home = (boards: HomeBoard[]): HomeData => ({ accounts, boards });
const shape = (data: HomeData, more: object = {}) =>
  boardFindings(data, { ...options, ...more }).idle.map((one) => `${one.group}: ${one.label}`);

test("favourites first, then all by account; the trash nowhere, the archive behind one line", async () => {
  const data = home([
    board("b1"),
    board("b2", { account_id: "b", favourite: true }),
    board("b3", { state: "archived" }),
    board("b4", { state: "trash" }),
  ]);
  expect(shape(data)).toEqual(["Favourites: b2", "Ana: b1", "Trust: b2", "Boards: Archive…"]);
  const { idle, all } = boardFindings(data, options);
  const archived = (await idle.at(-1)?.choices?.()) ?? [];
  expect(archived.map((one) => [one.label, one.badge])).toEqual([["b3", "4"]]);
  expect(all.map((one) => [one.label, one.note])).toContainEqual(["b2", "Trust"]);
});

test("among many boards the five opened last stand apart, without the one that is open", () => {
  const boards = Array.from({ length: 9 }, (_, at) => board(`b${at}`, { opened_at: at }));
  const recent = shape(home(boards), { here: "b8" }).filter((one) => one.startsWith("Recent"));
  expect(recent).toEqual(["Recent: b7", "Recent: b6", "Recent: b5", "Recent: b4", "Recent: b3"]);
});

beforeEach(() => localStorage.clear());

test("what is used often and lately counts more; another person’s use counts nothing", () => {
  const week = 7 * 86_400_000;
  noteUsed("ana", "old", week);
  noteUsed("ana", "often", 8 * week);
  noteUsed("ana", "often", 8 * week);
  noteUsed("ana", "once", 8 * week);
  const used = readUsed("ana");
  expect(
    Object.entries(used)
      .sort((a, b) => b[1] - a[1])
      .map(([id]) => id),
  ).toEqual(["often", "once", "old"]);
  expect(readUsed("ben")).toEqual({});
});
