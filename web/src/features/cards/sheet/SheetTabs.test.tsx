import { i18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { I18nProvider } from "@lingui/react";
import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { lazy } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { world } from "../../../../test-support/fakeSync";
import type { CardRow, ColumnRow } from "../../../contracts/rows";
import { BoardContext, type BoardTools } from "../../boards/boardTools";
import { PlaceContext } from "../../boards/place";
import { rightsOf } from "../../boards/useRights";
import { useChatFigure, useChecklistFigure } from "./figures";
import { SheetTabs } from "./SheetTabs";
import type { CardTab } from "./tabs";

vi.mock("../../../sync/hooks", () => import("../../../../test-support/fakeSync"));
vi.mock("./cardTabs", () => ({ cardTabs: tabs }));

const saying = (words: string) => lazy(async () => ({ default: () => <textarea aria-label={words} /> }));
const tabs = vi.hoisted(() => [] as CardTab[]);
tabs.push(
  { id: "details", title: msg`Details`, Content: saying("the details") },
  { id: "checklist", title: msg`Checklist`, Content: saying("the items"), useFigure: useChecklistFigure },
  {
    id: "chat",
    title: msg`Chat`,
    Content: saying("the messages"),
    useFigure: useChatFigure,
    isShown: (rights) => rights.canReadChat,
  },
  { id: "history", title: msg`History`, Content: saying("the changes") },
);

const go = vi.fn();
const card = { id: "c1", board_id: "b1", checklist_done: 3, checklist_total: 7 } as CardRow;
const column = { id: "k1", kind: "normal" } as ColumnRow;

function show(tab: string | null, own = "member") {
  const rights = rightsOf({ own, rules: false, isAsking: false, isStranger: false, privacy: undefined });
  return render(
    <I18nProvider i18n={i18n}>
      <BoardContext value={{ rights } as BoardTools}>
        <PlaceContext value={{ tab, settings: null, panel: null, plan: null, go }}>
          <SheetTabs card={card} column={column} isFrozen={false} />
        </PlaceContext>
      </BoardContext>
    </I18nProvider>,
  );
}

const names = () => screen.getAllByRole("tab").map((one) => one.textContent);

beforeEach(() => {
  go.mockReset();
  world.put("talks", { id: "c1", board_id: "b1", card_id: "c1", count: 12, last_at: 0, last_by: "ana" });
});

test("the address says which tab is open; without a word, or with an unknown one, it is the first", async () => {
  const { unmount } = show("chat");
  expect(await screen.findByLabelText("the messages")).toBeTruthy();
  unmount();
  for (const word of [null, "nonsense"]) {
    const shown = show(word);
    expect(await screen.findByLabelText("the details")).toBeTruthy();
    shown.unmount();
  }
});

test("figures stand behind the titles", () => {
  show(null);
  expect(names()).toEqual(["Details", "Checklist3/7", "Chat12", "History"]);
});

test("a tab that one may not read is not there, and its word leads to the details", async () => {
  show("chat", "visitor");
  expect(names()).toEqual(["Details", "Checklist3/7", "History"]);
  expect(await screen.findByLabelText("the details")).toBeTruthy();
});

test("a click puts a tab into the address, the first one has no word", async () => {
  show("history");
  await userEvent.click(screen.getByRole("tab", { name: /Checklist/ }));
  expect(go).toHaveBeenLastCalledWith({ tab: "checklist" });
  await userEvent.click(screen.getByRole("tab", { name: "Details" }));
  expect(go).toHaveBeenLastCalledWith({ tab: null });
});

test("numbers choose by what is shown, and write where one is writing", async () => {
  show(null, "visitor");
  await userEvent.keyboard("3");
  expect(go).toHaveBeenLastCalledWith({ tab: "history" });
  await userEvent.keyboard("1");
  await userEvent.keyboard("9");
  await userEvent.keyboard("{Control>}2{/Control}");
  await userEvent.type(await screen.findByLabelText("the details"), "2");
  expect(go).toHaveBeenCalledTimes(1);
});
