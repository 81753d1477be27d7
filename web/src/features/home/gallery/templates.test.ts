import { afterEach, expect, test } from "vitest";
import { sampleTemplates } from "../../../../test-support/sampleTemplates";
import { lastUsed, rememberUsed } from "./lastUsed";
import { blankTemplate, findTemplates, groupByCategory, keepInSight } from "./templates";

const all = [blankTemplate(), ...sampleTemplates];
const ids = (found: readonly { id: string }[]) => found.map((one) => one.id);

afterEach(() => localStorage.clear());

test("nothing typed finds every template", () => {
  expect(findTemplates(all, "  ", "all")).toEqual(all);
});

test("every word must be somewhere: in name, description, column, tag or card", () => {
  expect(ids(findTemplates(all, "password", "all"))).toEqual(["help_desk"]);
  expect(ids(findTemplates(all, "nothing is lost troubleshooting", "all"))).toEqual(["help_desk"]);
  expect(findTemplates(all, "password mockups", "all")).toEqual([]);
});

test("capitals and accents make no difference", () => {
  expect(ids(findTemplates(all, "CAFE", "all"))).toEqual(["help_desk"]);
});

test("a category narrows what is found", () => {
  expect(ids(findTemplates(all, "", "projects"))).toEqual(["project_management"]);
  expect(findTemplates(all, "password", "projects")).toEqual([]);
});

test("groups come in the order of the categories, without empty ones", () => {
  const groups = groupByCategory([...all].reverse());
  expect(groups.map((group) => group.category)).toEqual(["basics", "projects", "customers", "community"]);
  expect(groups.flatMap((group) => ids(group.templates))).toHaveLength(all.length);
});

test("the choice stays while it is among what is found, else it is the first, and without any the old one", () => {
  expect(keepInSight("help_desk", all)).toBe("help_desk");
  expect(keepInSight("help_desk", findTemplates(all, "mockups", "all"))).toBe("project_management");
  expect(keepInSight("help_desk", [])).toBe("help_desk");
});

test("what was used last is known again, and rubbish in the storage is no choice", () => {
  rememberUsed({ kind: "task", template: "help_desk", account: "a1" });
  expect(lastUsed()).toEqual({ kind: "task", template: "help_desk", account: "a1" });
  for (const rubbish of ["null", "{", "7"]) {
    localStorage.setItem("tafla.newBoard", rubbish);
    expect(lastUsed()).toEqual({});
  }
});
