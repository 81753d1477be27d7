import { useCallback, useMemo } from "react";
import type { AccountAdminRow, BoardPrivacyRow, MemberRow } from "../../contracts/rows";
import { useRow, useScope, useTable } from "../../sync/hooks";

/** What the person may do here. The server decides; this only keeps away what it would refuse. */
export type Rights = {
  role: "admin" | "member" | "visitor" | "link";
  canWrite: boolean;
  canManage: boolean;
  /** Change columns and tags. */
  canArrange: boolean;
  /** Write in chats. */
  canChat: boolean;
  canReadChat: boolean;
  canReadFiles: boolean;
  /** False while the role is only assumed: to ask for what one may not read is an error in the browser's eyes. */
  isKnown: boolean;
  /** Why nothing can be changed though the role would allow it. */
  frozen: "archived" | "trash" | null;
};

export function useRights(boardId: string, personId: string | null): Rights {
  const team = useScope(personId ? `team:${boardId}` : null);
  const privacy = useRow("board_privacy", boardId);
  const accountId = privacy?.account_id ?? null;
  useScope(personId && accountId ? `account:${accountId}` : null);
  const account = useRow("accounts", accountId);
  const members = useTable(
    "members",
    useCallback((row: MemberRow) => row.board_id === boardId, [boardId]),
  );
  const admins = useTable(
    "account_admins",
    useCallback((row: AccountAdminRow) => row.account_id === accountId, [accountId]),
  );
  const rules =
    personId !== null && (account?.owner_id === personId || admins.some((row) => row.person_id === personId));
  const own = members.find((row) => row.person_id === personId)?.role;
  const isAsking = personId !== null && (team.state === "loading" || team.state === "head") && members.length === 0;
  // Who is signed in and came by the link is a stranger to the team, and reads what the link opens.
  const isStranger = personId === null || team.state === "gone";
  return useMemo(
    () => rightsOf({ own, rules, isAsking, isStranger, privacy }),
    [own, rules, isAsking, isStranger, privacy],
  );
}

type Facts = {
  own: string | undefined;
  rules: boolean;
  isAsking: boolean;
  isStranger: boolean;
  privacy: BoardPrivacyRow | undefined;
};

/** Exported for its tests. While the team is on its way the commonest case is assumed, so that nothing jumps when it arrives. */
export function rightsOf({ own, rules, isAsking, isStranger, privacy }: Facts): Rights {
  const guessed = isAsking ? "member" : isStranger ? "link" : "visitor";
  const role = rules ? "admin" : ((own as Rights["role"] | undefined) ?? guessed);
  const frozen = privacy?.state === "archived" ? "archived" : privacy?.state === "trash" ? "trash" : null;
  const isOnTeam = role === "admin" || role === "member";
  const canWrite = !frozen && isOnTeam;
  const canManage = canWrite && role === "admin";
  const opensTo = { visitor: privacy?.visitors_chat ?? false, link: privacy?.link_chat ?? false };
  return {
    role,
    isKnown: !isAsking,
    frozen,
    canWrite,
    canManage,
    canArrange: canManage || (canWrite && (privacy?.team_arranges ?? false)),
    canChat: canWrite,
    canReadChat: isOnTeam || opensTo[role],
    canReadFiles: role !== "link" || (privacy?.link_files ?? false),
  };
}
