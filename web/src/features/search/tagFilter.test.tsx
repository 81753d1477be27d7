import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { PickChip } from "./FilterChip";

const chip = async (picks: string[], onChoose = vi.fn()) => {
  render(
    <I18nProvider i18n={i18n}>
      <PickChip
        icon="tag"
        label="Tag"
        picks={picks.map((id) => ({ id, label: id }))}
        chosen={undefined}
        onChoose={onChoose}
        others="Type the name of any other."
      />
    </I18nProvider>,
  );
  await userEvent.click(screen.getByRole("button", { name: "Tag" }));
  return onChoose;
};

test.each([[[]], [["Art"]]])(
  "of a list that is not all, %j, it is said once how one gets the others",
  async (picks) => {
    await chip(picks);
    expect(await screen.findAllByText("Type the name of any other.")).toHaveLength(1);
  },
);

test("a name that is not listed is chosen by typing it", async () => {
  const onChoose = await chip(["Art"]);
  await userEvent.type(await screen.findByRole("combobox"), "Music{Enter}");
  expect(onChoose).toHaveBeenCalledWith("Music");
});
