import { lazy, Suspense } from "react";
import type { DialogProps } from "./DialogSheet";

export type { DialogProps } from "./DialogSheet";

export const loadDialog = () => import("./DialogSheet");
const DialogSheet = lazy(() => loadDialog().then((module) => ({ default: module.DialogSheet })));

/** A dialog over the page, a chunk of its own like the menus. Escape and a click beside it close it. */
export function Dialog(props: DialogProps) {
  if (!props.isOpen) return null;
  return (
    <Suspense>
      <DialogSheet {...props} />
    </Suspense>
  );
}
