import { renderHook, waitFor } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import type { SearchAnswer } from "./answer";
import { partsOf } from "./Passage";
import { asksSomething, readQuery, type SearchQuery, searchAddress, writeQuery } from "./query";
import { useSearch } from "./useSearch";

type Asked = { path: string; answer: (found: SearchAnswer) => void };
let asked: Asked[] = [];
vi.mock("../../kits/apikit", () => ({
  api: { get: (path: string) => new Promise((answer) => asked.push({ path, answer })) },
}));

const nothing: SearchAnswer = { cards: [], boards: [], people: [], more: false, is_cut: false };
const answer = (name: string): SearchAnswer => ({ ...nothing, people: [{ id: name, name, photo: "" }] });
const names = (found: SearchAnswer | null) => found?.people.map((person) => person.name);

beforeEach(() => {
  asked = [];
});

const search = (q: string) =>
  renderHook(({ query }: { query: SearchQuery }) => useSearch(query, 5), { initialProps: { query: { q } } });

test("an answer to older words never replaces a newer one", async () => {
  const { result, rerender } = search("");
  rerender({ query: { q: "a" } });
  await waitFor(() => expect(asked.length).toBe(1));
  rerender({ query: { q: "ab" } });
  await waitFor(() => expect(asked.length).toBe(2));
  asked[1]?.answer(answer("new"));
  await waitFor(() => expect(names(result.current.answer)).toEqual(["new"]));
  asked[0]?.answer(answer("old"));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(names(result.current.answer)).toEqual(["new"]);
});

test("what was found stays until the next answer is here, and goes with the words", async () => {
  const { result, rerender } = search("a");
  await waitFor(() => expect(asked.length).toBe(1));
  asked[0]?.answer(answer("one"));
  await waitFor(() => expect(names(result.current.answer)).toEqual(["one"]));
  rerender({ query: { q: "ab" } });
  expect(names(result.current.answer)).toEqual(["one"]);
  await waitFor(() => expect(asked.length).toBe(2));
  expect(asked[1]?.path).toBe("/api/v1/search?q=ab");
  rerender({ query: { q: "" } });
  expect(result.current.answer).toBeNull();
});

test("while one types, only what has rested is asked for", async () => {
  const { rerender } = renderHook(({ query }: { query: SearchQuery }) => useSearch(query, 60), {
    initialProps: { query: { q: "" } },
  });
  for (const q of ["s", "se", "sea"]) rerender({ query: { q } });
  await waitFor(() => expect(asked.map((one) => one.path)).toEqual(["/api/v1/search?q=sea"]));
});

test("the address holds all that is asked, whoever wrote it", () => {
  const query = { q: "#12 & “été”", on: "b1", person: "me", archived: "1" };
  const words = Object.fromEntries(new URL(searchAddress(query), "https://tafla.example").searchParams);
  expect(writeQuery(readQuery(words))).toEqual(query);
  expect(readQuery({ q: 12, tag: true, person: { a: 1 }, from: null })).toMatchObject({ q: "12", tag: "true" });
  expect(readQuery({ q: "x".repeat(10_000) }).q.length).toBe(500);
  expect(readQuery({ q: `a\ud83d b ${"🎉".repeat(400)}` }).q).toBe(`a b ${"🎉".repeat(247)}`);
});

test("words are looked for, and what narrows to few cards; not what leaves nearly all", () => {
  expect(asksSomething({ q: " a " })).toBe(true);
  expect(asksSomething({ q: "", person: "me" })).toBe(true);
  expect(asksSomething({ q: "  ", status: "blocked", column: "completed", here: "b1" })).toBe(false);
});

test("what was found is marked in texts of any script, and marks beyond the text do nothing", () => {
  const marked = (text: string, marks: [number, number][]) =>
    partsOf(text, marks)
      .map((part) => (part.isFound ? `[${part.text}]` : part.text))
      .join("");
  expect(marked("Logo design", [[5, 11]])).toBe("Logo [design]");
  expect(marked("🎉 تصميم الشعار", [[3, 8]])).toBe("🎉 [تصميم] الشعار");
  expect(
    marked("abc", [
      [1, 2],
      [0, 1],
      [2, 90],
      [95, 99],
    ]),
  ).toBe("[a][b][c]");
  expect(marked("", [[0, 4]])).toBe("");
});
