import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepTyping, takeTyped } from "./earlyKeys";

const page = vi.fn();
const press = (...keys: string[]) => {
  for (const key of keys) {
    const [name = "", modifier] = key.split("+").reverse();
    const options = { key: name, ctrlKey: modifier === "Ctrl", bubbles: true, cancelable: true };
    document.body.dispatchEvent(new KeyboardEvent("keydown", options));
  }
};

beforeEach(() => {
  vi.useFakeTimers();
  page.mockClear();
  document.addEventListener("keydown", page);
});
afterEach(() => {
  takeTyped();
  document.removeEventListener("keydown", page);
  vi.useRealTimers();
});

test("what is typed before the field is there is for the field, and moves nothing on the page", () => {
  keepTyping();
  press("c", "x", "Backspace", " ", "é", "Enter");
  expect(page).not.toHaveBeenCalled();
  expect(takeTyped()).toBe("c é");
  press("c");
  expect(page).toHaveBeenCalledOnce();
  expect(takeTyped()).toBe("");
});

test("shortcuts and Tab do what they always do", () => {
  keepTyping();
  press("Ctrl+z", "Tab");
  expect(page).toHaveBeenCalledTimes(2);
  expect(takeTyped()).toBe("");
});

test("Escape says that the field is not wanted any more", () => {
  const onEscape = vi.fn();
  keepTyping(onEscape);
  press("c", "Escape", "d");
  expect(onEscape).toHaveBeenCalledOnce();
  expect(page).toHaveBeenCalledOnce();
  expect(takeTyped()).toBe("");
});

test("a field that never comes takes nothing from the page for long", () => {
  keepTyping();
  vi.advanceTimersByTime(11_000);
  press("c");
  expect(page).toHaveBeenCalledOnce();
});
