import { describe, expect, it } from "vitest";
import { ChangeMarks } from "./changeMarks";

const LONG_AGO_MS = 60_000;
const JUST_NOW_MS = 500;

describe("who changed a card", () => {
  it("says that a card was moved when it stands elsewhere than before", () => {
    const marks = new ChangeMarks();
    marks.see("oak", "todo 1");
    marks.see("oak", "doing 1");
    marks.add("oak", "ana", LONG_AGO_MS);
    expect(marks.of("oak")).toEqual({ by: "ana", what: "moved" });
  });

  it("says so also of a card that was made a moment ago", () => {
    const marks = new ChangeMarks();
    marks.see("oak", "todo 1");
    marks.see("oak", "doing 1");
    marks.add("oak", "ana", JUST_NOW_MS);
    expect(marks.of("oak")?.what).toBe("moved");
  });

  it("says that a card was added when it is new here", () => {
    const marks = new ChangeMarks();
    marks.see("oak", "todo 1");
    marks.add("oak", "ana", JUST_NOW_MS);
    expect(marks.of("oak")?.what).toBe("added");
  });

  it("says that a card was changed when it stands where it stood", () => {
    const marks = new ChangeMarks();
    marks.see("oak", "todo 1");
    marks.add("oak", "ana", LONG_AGO_MS);
    expect(marks.of("oak")?.what).toBe("changed");
  });

  it("says nothing of what was done before the board was opened", () => {
    const marks = new ChangeMarks();
    marks.see("oak", "todo 1");
    marks.add("oak", "ana", Number.POSITIVE_INFINITY, LONG_AGO_MS);
    expect(marks.of("oak")).toBeUndefined();
    marks.add("oak", "ana", Number.POSITIVE_INFINITY, JUST_NOW_MS);
    expect(marks.of("oak")?.what).toBe("changed");
  });
});
