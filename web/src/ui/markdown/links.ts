import { attachmentIn } from "../../kits/attachmentkit";
import { mentionIn } from "../../kits/mentionkit";

const SAFE = new Set(["http:", "https:", "mailto:", "tel:"]);

export const addressOf = (href: string): URL | null => {
  try {
    return new URL(href, location.origin);
  } catch {
    return null;
  }
};

/** Whether a link may be followed: what the browser itself makes of it, so that no spelling of `javascript:` passes. */
export function isSafeLink(href: string): boolean {
  return SAFE.has(addressOf(href)?.protocol ?? "");
}

export const isShownAsLink = (href: string): boolean =>
  isSafeLink(href) || mentionIn(href) !== null || attachmentIn(href) !== null;

/** Only pictures of this site are fetched: another's would tell it who reads here. */
export function isOwnPicture(source: string): boolean {
  const address = addressOf(source);
  return address !== null && /^https?:$/.test(address.protocol) && address.origin === location.origin;
}

/** What every link out of a text carries. */
export const OUTWARD = { target: "_blank", rel: "noopener noreferrer nofollow" } as const;
