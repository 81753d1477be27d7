import { i18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { problemText } from "../ui/problems";
import { toasts } from "../ui/toasts";

const OUTDATED = msg`This part of Tafla is from an older version. Reload the page; your work is kept.`;

/**
 * Tells whoever asked for a part of the client that did not come, as the bundler's loader reports it. What the page fetches by itself fails
 * quietly and is asked for again (ui/late.ts).
 */
export function tellMissingParts(lookWhetherOutdated: () => Promise<boolean>): () => void {
  const tell = async () => {
    if (!navigator.userActivation?.isActive) return;
    const isOutdated = await lookWhetherOutdated();
    const text = i18n._(isOutdated ? OUTDATED : problemText({ code: "offline" }));
    const action = isOutdated ? { label: i18n._(msg`Reload`), run: () => location.reload() } : undefined;
    toasts.add({ kind: isOutdated ? "error" : "info", text, ...(action ? { action } : {}) });
  };
  addEventListener("vite:preloadError", tell);
  return () => removeEventListener("vite:preloadError", tell);
}
