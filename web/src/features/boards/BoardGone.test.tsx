import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { act, fireEvent, render } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { tellMoved } from "../../sync/moved";
import { BoardGone } from "./BoardGone";

const again = vi.hoisted(() => vi.fn());
vi.mock("@tanstack/react-router", () => ({ Link: () => null }));
vi.mock("../../sync/hooks", () => ({
  useSync: () => ({ scopes: { again } }),
  useConnection: () => ({ state: "offline", pending: 0 }),
}));

test("a board that is gone is asked for when access has changed and when one comes back to the window", () => {
  render(
    <I18nProvider i18n={i18n}>
      <BoardGone boardId="b" code="lost_access" />
    </I18nProvider>,
  );
  const asked = () => again.mock.calls.splice(0).flat();
  asked();
  act(() => tellMoved([]));
  expect(asked()).toEqual(["board:b"]);
  fireEvent.focus(window);
  expect(asked()).toEqual(["board:b"]);
  const hidden = vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  act(() => tellMoved([]));
  expect(asked(), "nobody looks").toEqual([]);
  hidden.mockReturnValue("visible");
  fireEvent(document, new Event("visibilitychange"));
  expect(asked()).toEqual(["board:b"]);
});
