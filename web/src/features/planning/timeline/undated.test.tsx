import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { render, screen, waitFor, within } from "@testing-library/react";
import { useEffect } from "react";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { fillWorld } from "../../../../test-support/boardPreview/sampleBoard";
import { world } from "../../../../test-support/fakeSync";
import { BoardScreen } from "../../boards/BoardScreen";
import { useBoard } from "../../boards/boardTools";
import { PlaceContext } from "../../boards/place";

vi.mock("../../../sync/hooks", () => import("../../../../test-support/fakeSync"));
vi.mock("@tanstack/react-router", () => ({ useNavigate: () => () => undefined }));
/** Picks out no card at all; the wish is `alone` or another word. */
vi.mock("../../highlight/HighlightHost", () => ({
  HighlightHost: () => {
    const { highlight } = useBoard();
    useEffect(() => highlight.show(new Set(), new Map(), highlight.wish === "alone"), [highlight]);
    return null;
  },
}));

const place = { tab: null, settings: null, panel: null, plan: "timeline", go: () => undefined };
const ana = { id: "ana", name: "Ana Souza", time_zone: "UTC" };
let boardId = "";

beforeAll(() => {
  // The test page has no layout: a wide window in which the lists have a height.
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, get: () => 600 });
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, get: () => 1_200 });
});

beforeEach(() => {
  for (const table of world.tables.values()) table.clear();
  world.orders.clear();
  boardId = fillWorld({ cards: 0, columns: 0 });
  sessionStorage.clear();
});

function show(): void {
  render(
    <I18nProvider i18n={i18n}>
      <PlaceContext value={place}>
        <BoardScreen boardId={boardId} cardId={null} person={ana} onOpenCard={() => undefined} />
      </PlaceContext>
    </I18nProvider>,
  );
}

const wish = (word: string) => sessionStorage.setItem(`highlight ana ${boardId}`, word);
const undated = () => screen.findByRole("complementary", { name: "Not scheduled" });
const button = () => screen.findByRole("button", { name: /^Not scheduled/ });

test("without a highlight all that has no date is counted", async () => {
  show();
  const all = within(await undated()).getAllByRole("listitem").length;
  expect((await button()).textContent).toBe(`Not scheduled: ${all}`);
});

test("while only matches are shown, only they are counted, and an empty list says why", async () => {
  wish("alone");
  show();
  const list = within(await undated());
  await list.findByText("Nothing here is highlighted.");
  await list.findByText(/^0 of \d+$/);
  await waitFor(async () => expect((await button()).textContent).toBe("Not scheduled: 0"));
  // The days say the same, and not that no task has a date.
  expect(screen.getAllByText("Nothing here is highlighted.")).toHaveLength(2);
  expect(screen.queryByText(/No task has a date yet/)).toBeNull();
});

test("while the others are dimmed, they are counted too", async () => {
  wish("among all");
  show();
  await within(await undated()).findByText(/^0 of [1-9]/);
  expect((await button()).textContent).not.toBe("Not scheduled: 0");
});
