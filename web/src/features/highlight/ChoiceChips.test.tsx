import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { ChoiceChips } from "./ChoiceChips";

const show = (props: Partial<Parameters<typeof ChoiceChips>[0]>) =>
  render(
    <I18nProvider i18n={i18n}>
      <ChoiceChips label="Tags" choices={[]} chosen={[]} onChange={() => undefined} {...props} />
    </I18nProvider>,
  ).container;

test("a kind of which there is nothing to choose has no name there either", () => {
  expect(show({ find: { label: "Find a tag" } }).textContent).toBe("");
  expect(show({ choices: [{ id: "a", label: "Art" }] }).textContent).toContain("Tags");
});

test("what was chosen and is no choice any more can be taken off", () => {
  const onChange = vi.fn();
  show({ chosen: ["gone"], onChange });
  fireEvent.click(screen.getByRole("checkbox", { name: "gone" }));
  expect(onChange).toHaveBeenCalledWith([]);
});

test("where words make a choice, the field for them is always there", () => {
  show({ find: { label: "Find a tag, or add one", canAdd: true } });
  expect(screen.getByRole("textbox", { name: "Find a tag, or add one" })).toBeTruthy();
});
