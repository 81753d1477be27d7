import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { act, fireEvent, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Present } from "../../sync/presence";
import type { BoardTools } from "../boards/boardTools";
import { type Place, PlaceContext } from "../boards/place";
import { follow, useFollowing } from "./following";
import { mayMove } from "./mayMove";
import { useFollow } from "./useFollow";

const directory = { get: () => ({ name: "Ben" }) };
vi.mock("../../sync/hooks", () => ({
  useSync: () => ({ directory }),
  store: { read: (_table: string, id: string) => (id === "foreign" ? undefined : { title: `Title of ${id}` }) },
}));

const board = { drag: { state: null }, columnDrag: { state: null }, columnIds: () => ["one", "two"] };
const tools = board as unknown as BoardTools;
const opened: (string | null)[] = [];
const onOpenCard = (cardId: string | null) => {
  opened.push(cardId);
};
const NOWHERE = { tab: null, settings: null, panel: null, plan: null, go: () => undefined } as unknown as Place;

type Scene = { others: readonly Present[]; cardId: string | null; place?: Partial<Place> };
let place = NOWHERE;

/** The page of somebody who follows Ben: where he is, and what is open here. */
function watch(first: Scene) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <I18nProvider i18n={i18n}>
      <PlaceContext value={place}>{children}</PlaceContext>
    </I18nProvider>
  );
  const hook = renderHook(
    (scene: Scene) => {
      useFollow({ board: tools, others: scene.others, cardId: scene.cardId, onOpenCard });
      return useFollowing();
    },
    { initialProps: first, wrapper },
  );
  act(() => follow("ben"));
  return { now: () => hook.result.current, show: (scene: Scene) => hook.rerender(scene) };
}

const ben = (card: string | null, column: string | null = null): Present[] => [{ id: "ben", card, column }];

beforeEach(() => {
  vi.useFakeTimers();
  opened.length = 0;
  place = NOWHERE;
  document.body.innerHTML = "";
});
afterEach(() => {
  act(() => follow(null));
  vi.useRealTimers();
});

test("opens and closes the cards they open, however late the address follows", () => {
  const page = watch({ others: ben(null), cardId: null });
  page.show({ others: ben("a"), cardId: null });
  page.show({ others: ben("b"), cardId: null });
  page.show({ others: ben("b"), cardId: "a" });
  expect(opened).toEqual(["a", "b"]);
  expect(page.now().person, "an address on its way is nobody's own").toBe("ben");
  page.show({ others: ben("b"), cardId: "b" });
  page.show({ others: ben(null), cardId: "b" });
  expect(opened).toEqual(["a", "b", null]);
  page.show({ others: ben(null), cardId: null });
  expect(page.now().person).toBe("ben");
});

test("a card that is not here is not opened", () => {
  const page = watch({ others: ben(null), cardId: null });
  page.show({ others: ben("foreign"), cardId: null });
  expect(opened).toEqual([]);
  expect(page.now()).toEqual({ person: "ben", isWaiting: false });
});

test("another card, another look at the board, Escape and their leaving end it", () => {
  const page = watch({ others: ben("a"), cardId: "a" });
  page.show({ others: ben("a"), cardId: "mine" });
  expect(page.now().person).toBeNull();
  act(() => follow("ben"));
  expect(opened.at(-1)).toBe("a");
  page.show({ others: ben("a"), cardId: "a" });
  fireEvent.keyDown(document.body, { key: "Escape" });
  expect(page.now().person).toBeNull();
  act(() => follow("ben"));
  place = { ...NOWHERE, plan: "weeks" } as unknown as Place;
  page.show({ others: ben("a"), cardId: "a" });
  expect(page.now().person).toBeNull();
  act(() => follow("ben"));
  page.show({ others: [], cardId: "a" });
  expect(page.now().person).toBeNull();
});

test("a panel at the side and a tab lead nowhere else", () => {
  const page = watch({ others: ben(null), cardId: null });
  place = { ...NOWHERE, panel: "team", tab: "chat" };
  page.show({ others: ben(null), cardId: null });
  expect(page.now().person).toBe("ben");
});

test("waits while something is written, and goes on then; Escape in the field is the field's", () => {
  const page = watch({ others: ben(null), cardId: null });
  const field = document.body.appendChild(document.createElement("textarea"));
  field.focus();
  page.show({ others: ben("a"), cardId: null });
  act(() => vi.advanceTimersByTime(1_000));
  expect(page.now()).toEqual({ person: "ben", isWaiting: true });
  fireEvent.keyDown(field, { key: "Escape" });
  expect(page.now().person).toBe("ben");
  field.blur();
  act(() => vi.advanceTimersByTime(1_000));
  expect(opened).toEqual(["a"]);
  expect(page.now().isWaiting).toBe(false);
});

test("a drag, an unsaved text, an open menu and a dialog keep the page where it is", () => {
  const free = { drag: { state: null }, columnDrag: { state: null } } as unknown as BoardTools;
  const put = (html: string) => {
    document.body.innerHTML = html;
    return mayMove(free);
  };
  expect(put("<article class=sheet><textarea class=sheet__title>Oak</textarea><textarea></textarea></article>")).toBe(
    true,
  );
  expect(put("<article class=sheet><textarea>Half a sent</textarea></article>")).toBe(false);
  expect(put("<div class=add-cards><textarea>Elm</textarea></div>")).toBe(false);
  expect(put("<div role=menu></div>")).toBe(false);
  expect(put("<div class='dialog dialog--sheet'></div>")).toBe(true);
  expect(put("<div class='dialog'></div>")).toBe(false);
  expect(put("<input type=checkbox checked>")).toBe(true);
  expect(mayMove({ ...free, drag: { state: {} } } as unknown as BoardTools)).toBe(false);
});
