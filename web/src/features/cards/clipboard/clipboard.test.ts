import { beforeEach, expect, test, vi } from "vitest";
import type { CardRow } from "../../../contracts/rows";
import { clipboard } from "./clipboard";

vi.mock("../../../sync/hooks", () => ({
  store: { read: (table: string, id: string) => (table === "shelves" && id === "b" ? { count: 3 } : undefined) },
}));

const card = (id: string, checklist_total = 0) => ({ id, title: `Card ${id}`, checklist_total }) as CardRow;
const written: string[] = [];

beforeEach(() => {
  written.length = 0;
  vi.stubGlobal("navigator", { ...navigator, clipboard: { writeText: async (text: string) => written.push(text) } });
  clipboard.clear();
});

test("cards are held for other boards and tabs, and their titles are text for everything else", () => {
  clipboard.put("copy", "ana", [card("a"), card("b", 7)]);
  expect(clipboard.now()).toEqual({
    act: "copy",
    person: "ana",
    cards: [
      { id: "a", title: "Card a", weight: 5 },
      { id: "b", title: "Card b", weight: 18 },
    ],
  });
  expect(JSON.parse(localStorage.getItem("tafla.clipboard") ?? "")).toEqual(clipboard.now());
  expect(written).toEqual(["Card a\nCard b"]);
});

test("what another tab cut is here too, and gone when it is pasted there", () => {
  const other = { act: "cut", person: "ana", cards: [{ id: "z", title: "Z", weight: 5 }] };
  localStorage.setItem("tafla.clipboard", JSON.stringify(other));
  globalThis.dispatchEvent(new StorageEvent("storage", { key: "tafla.clipboard" }));
  expect(clipboard.now()).toEqual(other);
  localStorage.removeItem("tafla.clipboard");
  globalThis.dispatchEvent(new StorageEvent("storage", { key: "tafla.clipboard" }));
  expect(clipboard.now()).toBeNull();
});
