import { createContext, useContext } from "react";
import type { Sync } from "./sync";

export const SyncContext = createContext<Sync | null>(null);

/** Throws outside `SyncProvider`. */
export function useSync(): Sync {
  const sync = useContext(SyncContext);
  if (!sync) throw new Error("useSync outside SyncProvider");
  return sync;
}
