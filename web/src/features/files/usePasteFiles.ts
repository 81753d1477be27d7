import { useLingui } from "@lingui/react/macro";
import { useEffect } from "react";
import { filesIn, isTyping } from "./filesIn";
import type { Subject } from "./uploads/upload";
import { uploads } from "./uploads/uploads";

/** While a shelf is on the screen, pasted files and pictures are put on it; pasted text stays with what is being written. */
export function usePasteFiles({ kind, id }: Subject, isFrozen: boolean): void {
  const { t } = useLingui();
  useEffect(() => {
    if (isFrozen) return;
    const onPaste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || !event.clipboardData || isTyping(event)) return;
      const files = filesIn(event.clipboardData, t`Pasted picture`);
      if (files.length === 0) return;
      event.preventDefault();
      uploads.add(files, { subject: { kind, id } });
    };
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, [t, kind, id, isFrozen]);
}
