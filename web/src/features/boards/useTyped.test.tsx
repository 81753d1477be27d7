import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { drafts } from "../../../test-support/fakeSync";
import { useTyped } from "./useTyped";

vi.mock("../../sync/hooks", () => import("../../../test-support/fakeSync"));

const save = vi.fn();
const isNotEmpty = (text: string) => text !== "";

function Field({ value }: { value: string }) {
  const { text, write, finish, onKeyDown } = useTyped("name", value, save, isNotEmpty);
  return (
    <input
      aria-label="Name"
      value={text}
      onChange={(event) => write(event.target.value)}
      onBlur={finish}
      onKeyDown={onKeyDown}
    />
  );
}

const field = () => screen.getByLabelText<HTMLInputElement>("Name");

beforeEach(() => {
  save.mockReset();
  drafts.set("name", null);
});

test("what others save arrives while nothing is typed, and not over what is", async () => {
  const { rerender } = render(<Field value="Plan" />);
  rerender(<Field value="Plan A" />);
  expect(field().value).toBe("Plan A");
  await userEvent.type(field(), "!");
  rerender(<Field value="Plan B" />);
  expect(field().value).toBe("Plan A!");
});

test("Enter saves, Escape takes back, nothing new is not saved", async () => {
  render(<Field value="Plan" />);
  await userEvent.type(field(), "X{Escape}");
  expect(field().value).toBe("Plan");
  await userEvent.type(field(), "{Enter}");
  expect(save).not.toHaveBeenCalled();
  await userEvent.type(field(), "s{Enter}");
  expect(save).toHaveBeenCalledExactlyOnceWith("Plans");
});

test("what cannot be saved stays in the field", async () => {
  render(<Field value="Plan" />);
  await userEvent.clear(field());
  await userEvent.tab();
  expect(field().value).toBe("");
  expect(save).not.toHaveBeenCalled();
});

test("a field that goes away saves what is in it", async () => {
  const { unmount } = render(<Field value="Plan" />);
  await userEvent.type(field(), " B");
  unmount();
  expect(save).toHaveBeenCalledExactlyOnceWith("Plan B");
});

test("what was typed before a reload is there again", () => {
  drafts.set("name", "Half a na");
  render(<Field value="Plan" />);
  expect(field().value).toBe("Half a na");
});
