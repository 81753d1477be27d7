export type ExportFormat = "xlsx" | "html" | "zip";
export type ExportProblem = "offline" | "busy" | "gone" | "failed";

/** Begins the download of a whole board, which the browser shows; before it, asks whether there will be one. */
export async function exportBoard(boardId: string, format: ExportFormat, zone: string): Promise<ExportProblem | null> {
  const address = `/exports/${boardId}.${format}?zone=${encodeURIComponent(zone)}`;
  const answer = await fetch(address, { method: "HEAD", credentials: "same-origin" }).catch(() => null);
  if (!answer?.ok) return problemOf(answer?.status ?? 0);
  const link = document.createElement("a");
  link.href = address;
  link.download = "";
  link.click();
  return null;
}

function problemOf(status: number): ExportProblem {
  if (status === 0) return "offline";
  if (status === 503) return "busy";
  return status === 404 ? "gone" : "failed";
}
