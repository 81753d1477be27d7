import { expect, test } from "vitest";
import { cleanFileName, endingOf, stemOf, withEnding } from "./filenamekit";

test.each([
  ["  plan \t.pdf", "plan .pdf"],
  ["../../etc/passwd", "passwd"],
  ["C:\\temp\\plan.pdf", "plan.pdf"],
  ["what?*.txt", "what__.txt"],
  ["CON.txt", "_CON.txt"],
  ["...", "file"],
  ["gpj.\u202eevil.exe", "gpj.evil.exe"],
  [`${"a".repeat(300)}.tar.gz`, `${"a".repeat(173)}.tar.gz`],
  [`${"\u4e00".repeat(200)}.txt`, `${"\u4e00".repeat(78)}.txt`],
])("a name is stored as the server would: case %#", (typed, stored) => expect(cleanFileName(typed)).toBe(stored));

test("an ending is what follows the last dot, and both of a packed archive", () => {
  expect(["plan.pdf", "a.tar.gz", ".profile", "plan", "v1.2 final"].map(endingOf)).toEqual([
    ".pdf",
    ".tar.gz",
    "",
    "",
    "",
  ]);
  expect(stemOf("a.tar.gz")).toBe("a");
});

test("an ending stays, and is not put there twice", () => {
  expect(withEnding("plan", ".pdf")).toBe("plan.pdf");
  expect(withEnding("plan.PDF", ".pdf")).toBe("plan.pdf");
  expect(withEnding("plan", "")).toBe("plan");
});
