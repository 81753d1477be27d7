import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { renderHook } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { HomeBoard, HomeData } from "../home/homeData";
import { useLifeOf } from "../home/life/useBoardLife";
import { lifeCommands } from "./useLifeCommands";

vi.mock("../../sync/hooks", () => import("../../../test-support/fakeSync"));
vi.mock("@tanstack/react-router", () => ({ useNavigate: () => () => undefined }));

const facts = { kind: "task" as const, privacy: "account", opened_at: null, columns: [], people: [], overdue: 0 };
const board = (id: string, state: string, role: string, account_id: string, favourite = false): HomeBoard => ({
  ...{ ...facts, id, name: `Board ${id}`, state, role, account_id, favourite },
});
const home: HomeData = {
  accounts: [
    { id: "mine", name: "Mine", role: "owner" },
    { id: "theirs", name: "Theirs", role: "member" },
  ],
  boards: ["open", "archived", "trash"].flatMap((state) => [
    board(`${state}-mine`, state, "admin", "mine"),
    board(`${state}-starred`, state, "admin", "mine", true),
    board(`${state}-member`, state, "member", "theirs"),
    board(`${state}-visited`, state, "visitor", "theirs"),
  ]),
};

test("every entry of a tile’s menu is a command that offers this board, and no board that cannot", async () => {
  const wrapper = ({ children }: { children: React.ReactNode }) => <I18nProvider i18n={i18n}>{children}</I18nProvider>;
  const { result } = renderHook(() => useLifeOf(), { wrapper });
  const lifeOf = result.current;
  const commands = lifeCommands(home, lifeOf, "Boards");
  const offered = new Map<string, string[]>();
  for (const command of commands)
    offered.set(command.label, (await command.choices?.())?.map((choice) => choice.label).sort() ?? []);
  const wanted = new Map<string, string[]>();
  for (const one of home.boards)
    for (const entry of lifeOf(one, one.account_id === "mine").flatMap((group) => group.entries))
      wanted.set(entry.label, [...(wanted.get(entry.label) ?? []), one.name].sort());
  expect(wanted.size).toBeGreaterThan(8);
  expect(offered).toEqual(wanted);
});
