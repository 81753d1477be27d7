import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { TableName } from "../../../contracts/rows";
import { runGuess } from "../../../sync/guesses";
import { Store } from "../../../sync/store";
import { type AnyRow, fieldsOf, groupField } from "../../../sync/tables";
import "../../cards/guesses/registered";
import "../../chat/guesses/registered";
import "../../checklist/guesses/registered";
import "../../files/guesses/registered";
import "../../highlight/guesses/registered";
import "../../marks/guesses";
import "./registered";

type Tables = Record<string, Record<string, unknown>[]>;

interface Case {
  name: string;
  verb: string;
  actor: string;
  now: number;
  command_id: string;
  rows: Tables;
  args: unknown;
  expect: { rows: Tables; order: Record<string, Record<string, string[]>> } | { refused: string };
}

const FOLDER = join(process.cwd(), "../contracts/golden");
// Other suites keep their cases in the same folder.
const cases = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".json"))
  .map((file) => JSON.parse(readFileSync(join(FOLDER, file), "utf-8")) as Case)
  .filter((golden) => golden.verb);

function load(rows: Tables): Store {
  const store = new Store();
  store.change(() => {
    for (const [table, list] of Object.entries(rows)) {
      for (const row of list) store.table(table).set(row.id as string, onWire(table, row));
    }
  });
  return store;
}

/** A row as clients have it: without what only the server knows. */
function onWire(table: string, row: Record<string, unknown>): AnyRow {
  return Object.fromEntries(fieldsOf(table).map((field) => [field, row[field]])) as AnyRow;
}

function rowsOf(store: Store, table: string, expected: Record<string, unknown>[]): unknown[] {
  return [...store.table(table).rows.values()].map((row) => {
    const wanted = expected.find(({ id }) => id === row.id);
    // Numbers are the server's to give; a guess writes 0 for "none yet".
    const number = row.number === 0 && wanted ? { number: wanted.number } : {};
    return { ...row, ...number, ...(groupField(table) ? { rank: undefined } : {}) };
  });
}

const byId = (rows: readonly unknown[]) =>
  [...rows].sort((one, other) => ((one as AnyRow).id < (other as AnyRow).id ? -1 : 1));

describe("golden cases: a guess is what the server will do", () => {
  it("has cases", () => expect(cases.length).toBeGreaterThan(20));

  for (const golden of cases) {
    it(`${golden.verb}: ${golden.name}`, () => {
      const store = load(golden.rows);
      const before = load(golden.rows);
      const ctx = { person: golden.actor, now: golden.now, commandId: golden.command_id };
      store.change(() => runGuess(store, golden.verb, golden.args, ctx));
      if ("refused" in golden.expect) {
        for (const table of Object.keys(golden.rows)) expect(store.all(table)).toEqual(before.all(table));
        return;
      }
      for (const [table, rows] of Object.entries(golden.expect.rows)) {
        expect(byId(rowsOf(store, table, rows))).toEqual(byId(rows));
      }
      for (const [table, groups] of Object.entries(golden.expect.order)) {
        for (const [group, ids] of Object.entries(groups)) expect(store.order(table as TableName, group)).toEqual(ids);
      }
    });
  }
});
