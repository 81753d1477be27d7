import type { Surroundings } from "./env";
import type { Snapshot } from "./wire";

export type SnapshotAnswer = { s: "found"; snapshot: Snapshot } | { s: "gone"; code: string } | { s: "failed" };

/** Fetches a scope whole, or its first screen. Never throws: no network and a struggling server are `failed`, to be tried again. */
export async function fetchSnapshot(
  env: Surroundings,
  scope: string,
  part: "head" | "all",
  link: string | null,
): Promise<SnapshotAnswer> {
  const query = `part=${part}${link ? `&link=${encodeURIComponent(link)}` : ""}`;
  try {
    const { status, body } = await env.fetch(`/live/snapshot/${scope}?${query}`);
    if (status === 200 && body) return { s: "found", snapshot: body as Snapshot };
    if (status === 404 || status === 403)
      return { s: "gone", code: (body as { code?: string } | null)?.code ?? "not_found" };
  } catch {
    // No network.
  }
  return { s: "failed" };
}
