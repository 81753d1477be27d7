import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { EMPTY, type Facts, type Filter, matcher, type Reading } from "./filter";

type Case = {
  name: string;
  reading: { me: string; now: string; zone: string; week_start: number; tags: Record<string, string> };
  cards: Record<string, Record<string, unknown>>;
  expect: { filter: Partial<Filter>; matches: string[] }[];
};

const FOLDER = join(process.cwd(), "../contracts/golden-filters");
const cases = readdirSync(FOLDER).map((file) => JSON.parse(readFileSync(join(FOLDER, file), "utf-8")) as Case);

const PLAIN_CARD: Facts = {
  title: "A task",
  status: "normal",
  priority: "normal",
  due_at: null,
  checklist_due_at: null,
  assignee_ids: [],
  tag_ids: [],
  completed_at: null,
  deleted_at: null,
};

/** Instants are written so that one can read them. */
function card(facts: Record<string, unknown>): Facts {
  const entries = Object.entries(facts).map(([name, value]) =>
    name.endsWith("_at") ? [name, Date.parse(value as string)] : [name, value],
  );
  return { ...PLAIN_CARD, ...Object.fromEntries(entries) };
}

function reading({ me, now, zone, week_start, tags }: Case["reading"]): Reading {
  const named = Object.entries(tags).map(([id, name]) => ({ id, name }));
  return { me, now: Date.parse(now), zone, weekStart: week_start, tags: named };
}

describe("golden filters: the server says the same", () => {
  it("has cases", () => expect(cases.length).toBeGreaterThan(9));

  for (const golden of cases) {
    it.each(golden.expect)(`${golden.name}: $filter`, ({ filter, matches }) => {
      const test = matcher({ ...EMPTY, ...filter }, reading(golden.reading));
      const found = Object.entries(golden.cards).filter(([, facts]) => test(card(facts)));
      expect(found.map(([key]) => key)).toEqual(matches);
    });
  }
});
