import { Suspense } from "react";
import type { DialogProps } from "./DialogSheet";
import { preloaded } from "./preloaded";

export type { DialogProps } from "./DialogSheet";

const [DialogSheet, loadDialog] = preloaded(() => import("./DialogSheet").then((module) => module.DialogSheet));

export { loadDialog };

/** A dialog over the page, a chunk of its own like the menus. Escape and a click beside it close it. */
export function Dialog(props: DialogProps) {
  if (!props.isOpen) return null;
  return (
    <Suspense>
      <DialogSheet {...props} />
    </Suspense>
  );
}
