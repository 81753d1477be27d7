import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { render } from "@testing-library/react";
import { expect, test } from "vitest";
import { TextDifference } from "./TextDifference";

const marked = (old: string, now: string) =>
  render(
    <I18nProvider i18n={i18n}>
      <TextDifference old={old} now={now} />
    </I18nProvider>,
  )
    .container.innerHTML.replace(/<\/?section[^>]*>/g, "")
    .trim();

test("what went and what came are elements of their own, in the whole text", () => {
  expect(marked("a small oak\nby the gate", "a big oak\nby the gate")).toBe(
    "a <del>small</del><ins>big</ins> oak\nby the gate",
  );
  expect(marked("one", "one two")).toBe("one<ins> two</ins>");
});

test("where most is different, all of the old stands before all of the new", () => {
  expect(marked("the oak by the gate", "a lime by a wall in")).toBe(
    "<del>the oak by the gate</del>\n\n<ins>a lime by a wall in</ins>",
  );
});

test("a first text has only come, and equal texts say so", () => {
  expect(marked("", "one")).toBe("<ins>one</ins>");
  expect(marked("one", "one")).toContain("The texts are the same.");
});

test("texts are text", () => {
  expect(marked("", "<img src=x onerror=alert(1)>")).toBe("<ins>&lt;img src=x onerror=alert(1)&gt;</ins>");
});
