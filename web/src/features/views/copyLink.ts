import { t } from "@lingui/core/macro";
import { toasts } from "../../ui/toasts";
import { cardAddress } from "./listTools";
import type { ViewCard } from "./viewData";

export async function copyLink(card: ViewCard): Promise<void> {
  try {
    await navigator.clipboard.writeText(new URL(cardAddress(card), location.href).href);
    toasts.add({ kind: "done", text: t`The link is copied.` });
  } catch {
    toasts.add({
      kind: "error",
      text: t`The browser does not let this page copy. Copy the address of the open task instead.`,
    });
  }
}
