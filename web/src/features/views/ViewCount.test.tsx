import { render } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { ViewCount } from "./ViewCount";

const locale = vi.hoisted(() => ({ now: "en" }));
vi.mock("../../ui/language", () => ({ useLocale: () => locale.now }));

const told = (count: number) => render(<ViewCount count={count} className="count" />).container.textContent;

test.each([
  ["en", 0, ""],
  ["en", 1_000, "1,000"],
  ["en", 1_001, "1,000+"],
  ["de", 1_001, "1.000+"],
  ["fa", 12, "۱۲"],
])("in %s, %i is written %j", (reader, count, word) => {
  locale.now = reader;
  expect(told(count)).toBe(word);
});
