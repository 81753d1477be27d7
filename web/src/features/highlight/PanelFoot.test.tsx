import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { render } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { EMPTY } from "./filter";
import { Highlight } from "./highlight";
import { PanelFoot } from "./PanelFoot";

vi.mock("../boards/boardTools", () => ({ useBoard: () => ({ highlight: new Highlight("foot") }) }));

test("the foot, as it comes, leaves what was just chosen in sight", () => {
  // Newer browsers answer with a promise, which is nothing to clean up with.
  const show = vi.fn(() => Promise.resolve());
  const chosen = document.body.appendChild(document.createElement("input"));
  chosen.scrollIntoView = show;
  chosen.focus();
  const { rerender, unmount } = render(foot(false));
  expect(show).toHaveBeenCalledTimes(1);
  rerender(foot(true));
  unmount();
  expect(show, "only as it comes").toHaveBeenCalledTimes(1);
  chosen.remove();
});

const foot = (isAlone: boolean) => (
  <I18nProvider i18n={i18n}>
    <PanelFoot
      wish={{ pick: "custom", filter: EMPTY, saved: null, isAlone }}
      setWish={() => undefined}
      onEnd={() => undefined}
    />
  </I18nProvider>
);
