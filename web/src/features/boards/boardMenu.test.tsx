import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { fillWorld } from "../../../test-support/boardPreview/sampleBoard";
import { world } from "../../../test-support/fakeSync";
import { Frame } from "../../ui/Frame";
import { BoardScreen } from "./BoardScreen";
import { PlaceContext } from "./place";

vi.mock("../../sync/hooks", () => import("../../../test-support/fakeSync"));
vi.mock("@tanstack/react-router", () => ({ useNavigate: () => () => undefined }));

const go = vi.fn();
let boardId = "";

beforeEach(() => {
  for (const table of world.tables.values()) table.clear();
  world.orders.clear();
  boardId = fillWorld({ cards: 0, columns: 0 });
  go.mockReset();
});

async function openMenu(person: { id: string; name: string; time_zone: string } | null): Promise<void> {
  render(
    <I18nProvider i18n={i18n}>
      <PlaceContext value={{ tab: null, settings: null, panel: null, plan: null, go }}>
        <Frame start={null} end={null} bottomStart={null} bottomEnd={null}>
          <BoardScreen boardId={boardId} cardId={null} person={person} onOpenCard={() => undefined} />
        </Frame>
      </PlaceContext>
    </I18nProvider>,
  );
  await userEvent.click(await screen.findByRole("button", { name: "Board actions" }));
  await screen.findByRole("menu");
}

test("the board’s overview is opened from its menu", async () => {
  await openMenu({ id: "ana", name: "Ana Souza", time_zone: "UTC" });
  await userEvent.click(screen.getByRole("menuitem", { name: "Overview" }));
  expect(go).toHaveBeenCalledWith({ settings: "overview" });
});

test("who reads by link is not offered it", async () => {
  await openMenu(null);
  expect(screen.queryByRole("menuitem", { name: "Overview" })).toBeNull();
});
