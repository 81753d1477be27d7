import { plural, t } from "@lingui/core/macro";
import { confirm } from "../../../ui/confirm";
import { isMoving } from "./upload";
import { dropUploads, uploads } from "./uploads";

/** Before a sign-out (S8): files that are still under way are given up only when the person says so; then nothing of them stays here. */
export async function mayLeaveUploads(person: string): Promise<boolean> {
  const moving = uploads.now().list.filter(isMoving).length;
  if (moving > 0 && !(await confirm(question(moving)))) return false;
  await dropUploads(person);
  return true;
}

const question = (moving: number) => ({
  title: t`Files are still being uploaded`,
  body: plural(moving, {
    one: "# file has not been sent to its end. Signing out gives it up.",
    other: "# files have not been sent to their end. Signing out gives them up.",
  }),
  confirmLabel: t`Give them up and sign out`,
  isDanger: true,
});
