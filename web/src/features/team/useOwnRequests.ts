import { useCallback, useEffect, useState } from "react";
import { api } from "../../kits/apikit";

export type OwnRequest = { id: string; email: string | null; role: string; note: string; at: number };
export type OwnRequests = { requests: readonly OwnRequest[]; refresh: () => void };

/** What one has asked the board's admins for. They alone see all requests live, so this is asked for. */
export function useOwnRequests(boardId: string): OwnRequests {
  const [requests, setRequests] = useState<readonly OwnRequest[]>([]);
  const refresh = useCallback(() => {
    // Without a network there is nothing to show; the next look has it.
    api.get<OwnRequest[]>(`/api/v1/boards/${boardId}/requests/mine`).then(setRequests, () => undefined);
  }, [boardId]);
  useEffect(() => {
    refresh();
    window.addEventListener("focus", refresh);
    return () => window.removeEventListener("focus", refresh);
  }, [refresh]);
  return { requests, refresh };
}
