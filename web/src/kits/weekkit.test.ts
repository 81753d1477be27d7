import { afterEach, expect, test, vi } from "vitest";
import { readersLocale, weekdayOf, weekInfo } from "./weekkit";

const places: [string, number, number[]][] = [
  ["de", 1, [6, 7]],
  ["en-US", 7, [6, 7]],
  ["en-GB", 1, [6, 7]],
  ["pt-BR", 7, [6, 7]],
  ["ar-EG", 6, [5, 6]],
];

afterEach(() => vi.restoreAllMocks());

test.each(places)("weeks in %s begin on day %i, and %j are off", (locale, firstDay, weekend) => {
  expect(weekInfo(locale)).toEqual({ firstDay, weekend });
});

test.each(places)("the same in %s where the browser does not tell", (locale, firstDay, weekend) => {
  const silent = Intl.Locale.prototype as unknown as Record<string, unknown>;
  const [method, getter] = ["getWeekInfo", "weekInfo"].map((name) => Object.getOwnPropertyDescriptor(silent, name));
  for (const name of ["getWeekInfo", "weekInfo"])
    Object.defineProperty(silent, name, { value: undefined, configurable: true });
  try {
    expect(weekInfo(locale)).toEqual({ firstDay, weekend });
  } finally {
    for (const [name, old] of [
      ["getWeekInfo", method],
      ["weekInfo", getter],
    ] as const) {
      delete silent[name];
      if (old) Object.defineProperty(silent, name, old);
    }
  }
});

test.each([
  ["en", ["en-GB", "en"], "en-GB"],
  ["en", ["de-AT", "en"], "en"],
  ["de", ["en-GB", "de-AT"], "de-AT"],
  ["ar-u-nu-latn", ["ar-EG"], "ar-u-nu-latn"],
])("for the language %s and the wishes %j it is %s", (language, wishes, expected) => {
  expect(readersLocale(language, wishes)).toBe(expected);
});

test("weekdays", () => {
  expect(["2026-11-22", "2026-11-23"].map(weekdayOf)).toEqual([7, 1]);
});
