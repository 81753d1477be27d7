import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { act, cleanup, render } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { SearchAnswer } from "./answer";
import { SearchNote } from "./SearchNote";

const said = vi.hoisted(() => vi.fn());
vi.mock("../../ui/announce", () => ({ announce: said }));

const answer = (count: number, more = false): SearchAnswer => ({
  cards: Array.from({ length: count }, () => ({}) as SearchAnswer["cards"][number]),
  ...{ boards: [], people: [], more, is_cut: false },
});

function Note({ asked, found, isWaiting = false }: { asked: string; found: SearchAnswer | null; isWaiting?: boolean }) {
  const state = { answer: found, isWaiting, error: null, isOnDevice: false };
  return (
    <I18nProvider i18n={i18n}>
      <SearchNote found={state} asked={asked} isAsked={true} hasFilter={false} onClear={() => {}} />
    </I18nProvider>
  );
}

beforeEach(() => {
  vi.useFakeTimers();
  said.mockReset();
  i18n.loadAndActivate({ locale: "en", messages: {} });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test("screen readers hear how many there are, once for what was asked", () => {
  const heard = () => said.mock.calls.map(([words]) => words);
  const page = render(<Note asked="a" found={null} isWaiting />);
  const show = (asked: string, found: SearchAnswer | null, isWaiting = false) => {
    page.rerender(<Note {...{ asked, found, isWaiting }} />);
    act(() => void vi.advanceTimersByTime(1_000));
  };
  show("a", answer(2));
  expect(heard()).toEqual(["2 results"]);
  // Somebody changed a card: the same is asked for again and found again.
  show("a", answer(2), true);
  show("a", answer(2));
  expect(heard()).toEqual(["2 results"]);
  // Other words, of which there are as many; not before their answer is here.
  show("ab", answer(2), true);
  expect(heard().length).toBe(1);
  show("ab", answer(2));
  show("abc", answer(0));
  show("b", answer(20, true));
  expect(heard()).toEqual(["2 results", "2 results", "Nothing found", "More than 20 results"]);
});
