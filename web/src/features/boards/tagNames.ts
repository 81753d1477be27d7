/** Whether two tags would be called the same: capitals and the spaces around and between words do not count. The server decides. */
export function sameName(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

/** A name as it is compared. Upper case first, as `ß` and `SS` are one name to the server too. */
export const folded = (name: string): string =>
  name.normalize("NFC").replace(/\s+/g, " ").trim().toUpperCase().toLowerCase();
