import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { ApiError } from "../../kits/apikit";
import { problemText } from "../../ui/problems";

/** The sign-in server's codes, in words that say what to do. */
const known: Record<string, MessageDescriptor> = {
  email_password_mismatch: msg`The address and the password do not belong together. Check both, or reset the password.`,
  too_many_login_attempts: msg`Too many attempts. Wait a few minutes, or reset the password.`,
  rate_limited: msg`Too many attempts. Wait a few minutes and try again.`,
  email_taken: msg`Somebody has already signed up with this address. Sign in instead.`,
  invalid: msg`This does not look right. Check it and try again.`,
  required: msg`Fill this in.`,
  password_too_short: msg`Too short. Use at least 10 characters.`,
  password_too_common: msg`This password is easy to guess. Take a rarer one, such as four words in a row.`,
  password_entirely_numeric: msg`Digits alone are easy to guess. Add some letters.`,
  password_too_similar: msg`This is too much like your name or address. Take another one.`,
  invalid_password_reset: msg`This link has been used or is too old. Ask for a new one.`,
  enter_current_password: msg`This is not your present password.`,
  incorrect_password: msg`This is not your present password.`,
  invalid_or_expired_key: msg`This link has been used or is too old. Ask for a new one.`,
  user_inactive: msg`This person's sign-in is switched off. Ask whoever runs this Tafla.`,
  signup_closed: msg`Signing up is closed here. Ask somebody of the team to invite you.`,
};

export type FormErrors = { form: MessageDescriptor | null; fields: Readonly<Record<string, MessageDescriptor>> };

export const noErrors: FormErrors = { form: null, fields: {} };

/** Sorts a failure to the fields of a form; what belongs to none of them is the form's. */
export function formErrors(error: unknown, ownFields: readonly string[]): FormErrors {
  if (!(error instanceof ApiError)) return { form: problemText(error, known), fields: {} };
  const fields: Record<string, MessageDescriptor> = {};
  let form: MessageDescriptor | null = null;
  for (const [field, codes] of Object.entries(error.fields)) {
    const code = codes[0] ?? "invalid";
    const isWhole = code === "email_password_mismatch" || code === "too_many_login_attempts";
    if (ownFields.includes(field) && !isWhole) fields[field] = known[code] ?? (known.invalid as MessageDescriptor);
    else form = problemText({ code }, known);
  }
  if (!form && Object.keys(fields).length === 0) form = problemText(error, known);
  return { form, fields };
}
