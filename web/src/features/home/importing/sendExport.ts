import { ApiError, csrfWord } from "../../../kits/apikit";

/** What a chosen file holds, and what of it cannot come along: how many of which kind. */
export type ImportSummary = { name: string; counts: Record<string, number>; left_out: Record<string, number> };

/** Sends an exported board to be looked into; nothing is made yet. Raises ApiError. */
export async function sendExport(boardId: string, file: File, signal: AbortSignal): Promise<ImportSummary> {
  const headers = { "X-CSRFToken": await csrfWord(), "Content-Type": "application/zip" };
  const request = { method: "PUT", headers, body: file, signal, credentials: "same-origin" } as const;
  const response = await fetch(`/api/v1/imports/${boardId}`, request).catch((cause: unknown) => {
    if (signal.aborted) throw cause;
    throw new ApiError(0, "offline");
  });
  const told = (await response.json().catch(() => ({}))) as ImportSummary & {
    code?: string;
    args?: Record<string, unknown>;
  };
  if (!response.ok) throw new ApiError(response.status, told.code ?? "server", told, told.args ?? {});
  return told;
}
