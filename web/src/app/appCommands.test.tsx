import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { renderHook } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { settingsSections } from "../features/people/settingsSections";
import { findCommand } from "../ui/commands";
import { commandId } from "../ui/menuCommands";
import { useAppCommands } from "./useAppCommands";
import { usePersonEntries } from "./usePersonEntries";

const push = vi.fn();
const router = { history: { push, location: { pathname: "/b/1" } } };
vi.mock("../sync/hooks", () => import("../../test-support/fakeSync"));
vi.mock("@tanstack/react-router", () => ({
  useNavigate: () => () => undefined,
  useParams: () => ({}),
  useRouter: () => router,
}));

const wrapper = ({ children }: { children: React.ReactNode }) => <I18nProvider i18n={i18n}>{children}</I18nProvider>;

test("every entry of one’s own menu is a command, with the theme that holds marked", () => {
  const { result } = renderHook(
    () => {
      useAppCommands();
      return usePersonEntries();
    },
    { wrapper },
  );
  const ids = result.current.flatMap((group) => group.entries).map((entry) => commandId("person", entry.id));
  // The sheet of keys is the frame's own command, in force wherever the frame is.
  expect(ids.filter((id) => !findCommand(id))).toEqual([]);
  expect(ids).toContain("person.dark");
});

test("every part of My preferences is a command that leads to it", () => {
  renderHook(() => useAppCommands(), { wrapper });
  for (const { id } of settingsSections) {
    findCommand(`settings.${id}`)?.run();
    expect(push).toHaveBeenLastCalledWith(`/settings#${id}`);
  }
});
