import { expect, test } from "vitest";
import { ApiError } from "../../kits/apikit";
import { formErrors } from "./authProblems";
import { safeNext } from "./safeNext";

test("after signing in one goes only to a path of this site", () => {
  expect(safeNext("/b/1?link=x")).toBe("/b/1?link=x");
  for (const bad of [
    undefined,
    "",
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
  ]) {
    expect(safeNext(bad)).toBe("/");
  }
});

test("an error stands beside the field it belongs to, and a wrong password names neither", () => {
  const tooShort = new ApiError(400, "password_too_short", null, {}, { password: ["password_too_short"] });
  expect(Object.keys(formErrors(tooShort, ["email", "password"]).fields)).toEqual(["password"]);
  const mismatch = new ApiError(400, "email_password_mismatch", null, {}, { password: ["email_password_mismatch"] });
  const { form, fields } = formErrors(mismatch, ["email", "password"]);
  expect([form !== null, fields]).toEqual([true, {}]);
});

test("a failure without fields is the form's", () => {
  expect(formErrors(new ApiError(0, "offline"), ["email"]).form).not.toBeNull();
  expect(formErrors(new Error("?"), ["email"]).form).not.toBeNull();
});
