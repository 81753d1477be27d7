import type { TableName } from "../contracts/rows";
import type { Change } from "./wire";

export interface LastChange {
  by: string;
  table: TableName;
  id: string;
  /** When, by the server's clock: what is caught up with after opening may be hours old. */
  at: number;
}

/** The newest changes that somebody else made where this page looks, for "Ana moved this": of all scopes, and of each. */
export class LastChanges {
  newest: LastChange | null = null;
  private readonly byScope = new Map<string, LastChange>();

  in(scope: string): LastChange | null {
    return this.byScope.get(scope) ?? null;
  }

  /** Answers whether there is a newer one. */
  note(changes: readonly Change[], me: string | null, isOpen: (scope: string) => boolean): boolean {
    let isNewer = false;
    for (const [scope, , , by, , at, patches] of changes) {
      const patch = patches[0];
      if (by === null || by === me || !patch || !isOpen(scope)) continue;
      const id = patch[0] === "+" ? String(patch[2][0]) : patch[2];
      this.newest = { by, table: patch[1] as TableName, id, at };
      this.byScope.set(scope, this.newest);
      isNewer = true;
    }
    return isNewer;
  }
}
