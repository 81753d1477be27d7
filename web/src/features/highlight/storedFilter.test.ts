import { expect, test } from "vitest";
import { EMPTY, type Facts, matcher } from "./filter";
import { hasUnknownKinds, isEmpty, readFilter, storedFilter, unknownWords } from "./storedFilter";

const reading = { me: "ana", now: Date.UTC(2026, 2, 28, 12), zone: "Europe/Berlin", weekStart: 1, tags: [] };
const card: Facts = {
  ...{ title: "A task", status: "blocked", priority: "high", due_at: reading.now - 1, checklist_due_at: null },
  ...{ assignee_ids: ["ana"], tag_ids: ["t"], completed_at: null, deleted_at: null },
};
const picks = (text: string, facts: Partial<Facts> = {}) => matcher(readFilter(text), reading)({ ...card, ...facts });

test.each(["", "null", "7", "[]", "{", '"words"', '{"statuses": "blocked", "text": 7, "tags": [null, 4]}'])(
  "%s is a filter that asks for nothing",
  (text) => expect(isEmpty(readFilter(text))).toBe(true),
);

test.each(["statuses", "due", "priorities"])("an unknown word among %s picks out nothing, and is not lost", (kind) => {
  const text = JSON.stringify({ [kind]: ["unheard of"] });
  expect(picks(text)).toBe(false);
  expect(isEmpty(readFilter(text))).toBe(false);
  expect(unknownWords(readFilter(text))).toEqual(["unheard of"]);
  expect(JSON.parse(storedFilter(readFilter(text)))[kind]).toEqual(["unheard of"]);
});

test("beside words that are known it takes nothing away from them", () => {
  const text = JSON.stringify({ statuses: ["unheard of", "blocked"], due: ["someday", "overdue"] });
  expect(picks(text)).toBe(true);
  expect(readFilter(text).statuses).toEqual(["blocked", "unheard of"]);
});

test("tags and people who are gone pick out nothing and stay named", () => {
  const text = JSON.stringify({ tags: ["Gone"], assignees: ["somebody who left"] });
  expect(picks(text)).toBe(false);
  expect(readFilter(text)).toEqual({ ...EMPTY, tags: ["Gone"], assignees: ["somebody who left"] });
  expect(unknownWords(readFilter(text))).toEqual([]);
});

test("kinds of another version are noticed", () => {
  expect(hasUnknownKinds('{"colour": ["red"], "tags": []}')).toBe(true);
  expect(hasUnknownKinds(storedFilter(EMPTY))).toBe(false);
  expect(hasUnknownKinds("no filter")).toBe(false);
});

test.each([
  ["overdue", -62_135_596_800_000],
  ["later", 253_402_300_799_999],
])("at both ends of time: %s", (word, due_at) => {
  expect(picks(JSON.stringify({ due: [word] }), { due_at })).toBe(true);
  expect(picks(JSON.stringify({ due: ["tomorrow"] }), { due_at })).toBe(false);
});
