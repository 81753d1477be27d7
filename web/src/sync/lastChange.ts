import type { TableName } from "../contracts/rows";
import type { Change } from "./wire";

export interface LastChange {
  by: string;
  table: TableName;
  id: string;
  verb?: string;
}

/** The newest change that somebody else made where this page looks, for "Ana moved this". */
export class LastChanges {
  newest: LastChange | null = null;

  /** Answers whether there is a newer one. */
  note(changes: readonly Change[], me: string | null, isOpen: (scope: string) => boolean): boolean {
    const foreign = changes.findLast(([scope, , , by]) => by !== null && by !== me && isOpen(scope));
    const patch = foreign?.[6][0];
    if (!foreign || !patch) return false;
    const id = patch[0] === "+" ? String(patch[2][0]) : patch[2];
    this.newest = { by: foreign[3] as string, table: patch[1] as TableName, id };
    return true;
  }
}
