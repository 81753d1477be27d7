import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { act, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ToastRegion, toasts } from "../ui/toasts";
import { tellMissingParts } from "./missingParts";

let stop = () => {};
let isOutdated = false;

beforeEach(() => {
  isOutdated = false;
  toasts.clear();
  stop = tellMissingParts(async () => isOutdated);
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

/** A script of a part does not come, a moment after a press or without one. */
async function miss(isActive: boolean) {
  vi.stubGlobal("navigator", Object.assign(Object.create(navigator), { userActivation: { isActive } }));
  render(
    <I18nProvider i18n={i18n}>
      <ToastRegion />
    </I18nProvider>,
  );
  await act(async () => void dispatchEvent(new Event("vite:preloadError")));
}

test("who pressed for a part that did not come is told", async () => {
  await miss(true);
  expect(screen.getByText(/No connection to the server/)).toBeTruthy();
});

test("what the page fetched by itself fails quietly", async () => {
  await miss(false);
  expect(screen.queryByText(/No connection/)).toBeNull();
});

test("a page older than the server says that it has to be loaded anew", async () => {
  isOutdated = true;
  await miss(true);
  expect(screen.getByRole("alert").textContent).toMatch(/older version/);
  expect(screen.getByRole("button", { name: "Reload" })).toBeTruthy();
});
