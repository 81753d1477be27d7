import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

/** What happened and what to do, for failures that can meet any request. Features add their own codes. */
const general: Record<string, MessageDescriptor> = {
  offline: msg`No connection to the server. Check your network and try again.`,
  server: msg`The server could not do this. Try again in a moment.`,
  too_many: msg`That was too often in a short time. Wait a minute and try again.`,
  not_found: msg`This does not exist, or you may not see it.`,
  forbidden: msg`You may not do this. Reload the page; if it stays so, ask a board admin.`,
  signed_out: msg`You are signed out. Sign in and try again.`,
  refused: msg`The server did not accept this. Reload the page and try again.`,
};

export function problemText(error: unknown, known: Record<string, MessageDescriptor> = {}): MessageDescriptor {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "server";
  return known[code] ?? general[code] ?? (general.refused as MessageDescriptor);
}
