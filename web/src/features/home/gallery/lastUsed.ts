/** What the last new board on this device was made from, preselected for the next. */
export type LastUsed = { kind: "task"; template: string; account: string };

const KEY = "tafla.newBoard";

export function lastUsed(): Partial<LastUsed> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return kept !== null && typeof kept === "object" ? kept : {};
  } catch {
    return {};
  }
}

export function rememberUsed(last: LastUsed): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(last));
  } catch {
    // Without storage nothing is preselected next time.
  }
}
