import { expect, test } from "vitest";
import { type Finding, findIn, grouped } from "./findIn";

const line = (label: string, more: Partial<Finding> = {}): Finding => ({ id: label, label, group: "Boards", ...more });
const labels = (found: readonly Finding[]) => found.map((one) => one.label);

test("accents, capitals and widths are folded on both sides", () => {
  const all = [line("Website Élan"), line("Straße"), line("ＦＡＸ"), line("İzmir"), line("Łódź"), line("مُحَمَّد")];
  expect(labels(findIn(all, "elan"))).toEqual(["Website Élan"]);
  expect(labels(findIn(all, "ÉLAN"))).toEqual(["Website Élan"]);
  expect(labels(findIn(all, "strasse"))).toEqual(["Straße"]);
  expect(labels(findIn(all, "fax"))).toEqual(["ＦＡＸ"]);
  expect(labels(findIn(all, "izmir"))).toEqual(["İzmir"]);
  expect(labels(findIn(all, "lodz"))).toEqual(["Łódź"]);
  expect(labels(findIn(all, "محمد"))).toEqual(["مُحَمَّد"]);
});

test("the whole name, its beginning, beginnings of its words, its inside, its note: in this order", () => {
  const all = [line("Autumn", { note: "Plan" }), line("Replanning"), line("Next plan"), line("Planning"), line("Plan")];
  expect(labels(findIn(all, "plan"))).toEqual(["Plan", "Planning", "Next plan", "Replanning", "Autumn"]);
});

test("every word must be there, in whatever order, also in the note", () => {
  const all = [line("Rename…", { note: "Column" }), line("Rename…", { note: "Board", id: "board" })];
  expect(findIn(all, "col ren").map((one) => one.note)).toEqual(["Column"]);
  expect(findIn(all, "rename tag")).toEqual([]);
});

test("one or two letters begin a word; where scripts set no spaces they may stand inside", () => {
  expect(labels(findIn([line("Website"), line("Site plan")], "si"))).toEqual(["Site plan"]);
  expect(labels(findIn([line("東京都の計画")], "計画"))).toEqual(["東京都の計画"]);
  expect(labels(findIn([line("(draft) “Site”")], "si"))).toEqual(["(draft) “Site”"]);
});

test("what is used more comes first among what fits as well, and never before what fits better", () => {
  const all = [line("Plan A"), line("Plan B", { use: 5 }), line("My plan", { use: 9 })];
  expect(labels(findIn(all, "plan"))).toEqual(["Plan B", "Plan A", "My plan"]);
});

test("signs that mean something elsewhere are letters here", () => {
  const all = [line("C++ (old)"), line("100 %")];
  expect(labels(findIn(all, "c++ ("))).toEqual(["C++ (old)"]);
  expect(labels(findIn(all, "%"))).toEqual(["100 %"]);
  expect(findIn(all, "[")).toEqual([]);
});

test("groups stand in the order of their best lines, each in one place", () => {
  const found = [line("a", { group: "One" }), line("b", { group: "Two" }), line("c", { group: "One" })];
  expect(labels(grouped(found))).toEqual(["a", "c", "b"]);
});
