import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { type Pick, PickList } from "./PickList";

const picks: Pick[] = [
  { id: "a", label: "Design", state: "on" },
  { id: "b", label: "Élan", state: "some" },
  { id: "c", label: "Printing", state: "off" },
];

function show(create?: (words: string) => { label: string; run: () => void } | null) {
  const onPick = vi.fn();
  render(
    <I18nProvider i18n={i18n}>
      <PickList label="Tags" picks={picks} onPick={onPick} none="None" {...(create ? { create } : {})} />
    </I18nProvider>,
  );
  return { user: userEvent.setup(), onPick };
}

const names = () => screen.queryAllByRole("option").map((one) => one.textContent);

test("the field has the focus, arrows walk, Enter puts on and off", async () => {
  const { user, onPick } = show();
  await user.keyboard("{Enter}{ArrowDown}{Enter}{ArrowDown}{Enter}{ArrowDown}{Enter}");
  expect(onPick.mock.calls).toEqual([
    ["a", false],
    ["b", true],
    ["c", true],
    ["a", false],
  ]);
});

test("typing filters, whatever the accents", async () => {
  const { user, onPick } = show();
  await user.keyboard("elan{Enter}");
  expect(onPick).toHaveBeenCalledWith("b", true);
  expect(names()).toHaveLength(3);
});

test("what is not there may be made", async () => {
  const run = vi.fn();
  const { user } = show((words) => ({ label: `Make ${words}`, run }));
  await user.keyboard("New one");
  expect(names()).toEqual(["Make New one"]);
  await user.keyboard("{Enter}");
  expect(run).toHaveBeenCalledOnce();
});

test("or not", async () => {
  const { user } = show(() => null);
  await user.keyboard("xyz");
  expect(names()).toEqual([]);
  expect(screen.getByText("None")).toBeTruthy();
});
