import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { act, fireEvent, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { type ReactNode, useState } from "react";
import { expect, test, vi } from "vitest";
import { avatarHue, initials } from "./Avatar";
import { announce } from "./announce";
import { Button, IconButton } from "./Button";
import { confirm } from "./confirm";
import { DateField, PasswordField, TextField } from "./Field";
import { PageHosts } from "./Frame";
import { Menu } from "./Menu";
import { pseudoText } from "./pseudo";
import { toasts } from "./toasts";

function show(children: ReactNode) {
  const user = userEvent.setup();
  render(
    <I18nProvider i18n={i18n}>
      {children}
      <PageHosts />
    </I18nProvider>,
  );
  return user;
}

test("a year is typed digit by digit, and only then is it a date", () => {
  const onChange = vi.fn();
  show(<DateField label="Day" value="2026-11-30" onChange={onChange} />);
  const field = screen.getByLabelText<HTMLInputElement>("Day");
  for (const year of ["0002", "0020", "0202"]) {
    fireEvent.change(field, { target: { value: `${year}-11-30` } });
    expect([field.value, onChange.mock.calls]).toEqual([`${year}-11-30`, []]);
  }
  fireEvent.change(field, { target: { value: "2027-11-30" } });
  expect(onChange.mock.calls).toEqual([["2027-11-30"]]);
  fireEvent.change(field, { target: { value: "0002-11-30" } });
  fireEvent.blur(field);
  expect(field.value).toBe("2026-11-30");
});

test("an error stands beside its field and is tied to it", () => {
  show(<TextField label="Name" value="" onChange={() => undefined} error="Give the board a name." />);
  const field = screen.getByLabelText("Name");
  expect(field.getAttribute("aria-invalid")).toBe("true");
  const note = document.getElementById(field.getAttribute("aria-describedby") ?? "");
  expect(note?.textContent).toBe("Give the board a name.");
});

test("a password can be shown and hidden", async () => {
  function Form() {
    const [value, setValue] = useState("secret");
    return <PasswordField label="Password" value={value} onChange={setValue} />;
  }
  const user = show(<Form />);
  expect(screen.getByLabelText("Password").getAttribute("type")).toBe("password");
  await user.click(screen.getByRole("button", { name: "Show password" }));
  expect(screen.getByLabelText("Password").getAttribute("type")).toBe("text");
});

test("a menu opens, runs the entry chosen, and closes", async () => {
  const run = vi.fn();
  const user = show(
    <Menu label="Column" groups={[{ id: "a", entries: [{ id: "hide", label: "Hide column", run }] }]}>
      <IconButton icon="dots" label="Column menu" />
    </Menu>,
  );
  await user.click(screen.getByRole("button", { name: "Column menu" }));
  await user.click(await screen.findByRole("menuitem", { name: "Hide column" }));
  expect(run).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole("menu")).toBeNull();
});

test("a menu's groups are made only when it opens", async () => {
  const groups = vi.fn(() => [{ id: "a", entries: [{ id: "x", label: "Rename", run: () => undefined }] }]);
  const user = show(
    <Menu label="Card" groups={groups}>
      <Button>More</Button>
    </Menu>,
  );
  expect(groups).not.toHaveBeenCalled();
  await user.click(screen.getByRole("button", { name: "More" }));
  expect(await screen.findByRole("menuitem", { name: "Rename" })).toBeTruthy();
});

test("a menu's group may be named like one of its entries", async () => {
  const run = vi.fn();
  const groups = () => [{ id: "remove", entries: [{ id: "remove", label: "Remove", run }] }];
  const menu = (
    <Menu label="File" groups={groups}>
      <Button>More</Button>
    </Menu>
  );
  const user = show(menu);
  for (const _ of ["first", "again"]) {
    await user.click(screen.getByRole("button", { name: "More" }));
    expect(await screen.findAllByRole("menuitem")).toHaveLength(1);
    await user.click(screen.getByRole("menuitem", { name: "Remove" }));
  }
  expect(run).toHaveBeenCalledTimes(2);
});

test("a question is answered by its button", async () => {
  const user = show(null);
  let answer: Promise<boolean> | undefined;
  act(() => {
    answer = confirm({
      title: "Delete 3 tasks for ever?",
      body: "This cannot be undone.",
      confirmLabel: "Delete for ever",
      isDanger: true,
    });
  });
  await user.click(await screen.findByRole("button", { name: "Delete for ever" }));
  expect(await answer).toBe(true);
  expect(screen.queryByRole("alertdialog")).toBeNull();
});

test("an error stays until it is closed, other notices go", async () => {
  vi.useFakeTimers();
  show(null);
  act(() => {
    toasts.add({ kind: "error", text: "Not saved." });
    toasts.add({ text: "Copied." });
  });
  await act(() => vi.advanceTimersByTimeAsync(7000));
  vi.useRealTimers();
  expect(screen.queryByText("Copied.")).toBeNull();
  await userEvent.setup().click(screen.getByRole("button", { name: "Close" }));
  expect(screen.queryByText("Not saved.")).toBeNull();
});

test("the same sentence twice is announced twice", () => {
  show(null);
  act(() => announce("Moved to Doing"));
  const first = screen.getByRole("status").textContent;
  act(() => announce("Moved to Doing"));
  expect(screen.getByRole("status").textContent).not.toBe(first);
  expect(screen.getByRole("status").textContent?.trim()).toBe("Moved to Doing");
});

test("initials are whole letters of the first and last word", () => {
  expect(initials("Ana Maria Souza")).toBe("AS");
  expect(initials("đặng thu hà")).toBe("ĐH");
  expect(initials("  Cher ")).toBe("C");
  expect(initials("")).toBe("?");
});

test("a person's colour depends on the id alone", () => {
  expect(avatarHue("0190a1b2-0000-7000-8000-000000000001")).toBe(avatarHue("0190a1b2-0000-7000-8000-000000000001"));
});

test("the pseudo-locale is longer by 40 % and keeps tags", () => {
  expect(pseudoText("Sign up")).toBe("Šígñ úp···");
  expect(pseudoText("New? <0>Sign up</0>")).toContain("<0>Šígñ úp···</0>");
});
