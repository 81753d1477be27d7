import { useEffect, useState } from "react";
import { ApiError, api } from "../../kits/apikit";
import { uuid7 } from "../../kits/idkit";

export type Invitation = {
  email: string;
  board: string;
  invited_by: string;
  role: "admin" | "member" | "visitor";
  expired: boolean;
};

/** What the link leads to, readable without signing in; null when it was used, cancelled, or is not ours. */
export async function readInvitation(token: string): Promise<Invitation | null> {
  try {
    return await api.get<Invitation>(`/api/v1/invitations/${encodeURIComponent(token)}`);
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  }
}

const accepting = new Map<string, Promise<string>>();

/** Joins the board and answers its id. Asked twice at once (two renders, two clicks) it is one command. */
export function acceptInvitation(token: string): Promise<string> {
  const known = accepting.get(token);
  if (known) return known;
  const accepted = accept(token);
  accepting.set(token, accepted);
  accepted.catch(() => accepting.delete(token));
  return accepted;
}

async function accept(token: string): Promise<string> {
  const options = { headers: { "Idempotency-Key": uuid7() } };
  const { wrote } = await api.post<{ wrote: [string, number][] }>("/api/v1/invitations/accept", { token }, options);
  // The command writes the board's desk, and its team for whoever is new there.
  const board = wrote.map(([scope]) => /^(?:team|desk|board):(.+)$/.exec(scope)?.[1]).find(Boolean);
  if (!board) throw new ApiError(500, "server");
  return board;
}

/** For the sign-up form: a help only, so nothing is said when it cannot be read. */
export function useInvitation(token: string | undefined): Invitation | null {
  const [found, setFound] = useState<Invitation | null>(null);
  useEffect(() => {
    if (!token) return;
    let isGone = false;
    readInvitation(token).then(
      (told) => isGone || setFound(told),
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [token]);
  return found;
}
