import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { tellMoved } from "../../sync/moved";
import type { FoundCard, SearchAnswer } from "../search/answer";
import { useFurther } from "./useFurther";

const ask = vi.hoisted(() => vi.fn());
vi.mock("../search/answer", () => ({ askSearch: ask }));
vi.mock("@tanstack/react-router", () => ({ useRouter: () => ({ history: { push: vi.fn() } }) }));

const found = (...titles: string[]): SearchAnswer => ({
  cards: titles.map((title, at) => ({ card_id: title, title, number: at + 7, board_name: "Grove" }) as FoundCard),
  ...{ boards: [], people: [], more: false, is_cut: false },
});
const look = (words: string) =>
  renderHook(() => useFurther(words, null).map(({ label, note }) => [label, note]), {
    wrapper: ({ children }) => <I18nProvider i18n={i18n}>{children}</I18nProvider>,
  }).result;

i18n.loadAndActivate({ locale: "en", messages: {} });
afterEach(cleanup);

test("tasks leave the palette with the right to read them, though nobody types", async () => {
  ask.mockResolvedValueOnce(found("Oak", "Elm")).mockResolvedValue(found("Oak"));
  const lines = look("tree");
  await waitFor(() => expect(lines.current.map(([label]) => label)).toEqual(["Oak", "Elm", "See all results"]));
  act(() => tellMoved([]));
  await waitFor(() => expect(lines.current.map(([label]) => label)).toEqual(["Oak", "See all results"]));
});

test("where nothing is found, the way on does not speak of results", async () => {
  ask.mockResolvedValue(found());
  const lines = look("tree ");
  await waitFor(() => expect(ask).toHaveBeenCalled());
  await waitFor(() => expect(lines.current).toEqual([["Search everywhere for “tree”", undefined]]));
});

test("who asks for a number sees it", async () => {
  ask.mockResolvedValue(found("Oak"));
  const lines = look("#7");
  await waitFor(() => expect(lines.current[0]).toEqual(["Oak", "#7 · Grove"]));
  const words = look("oak");
  await waitFor(() => expect(words.current[0]).toEqual(["Oak", "Grove"]));
});
