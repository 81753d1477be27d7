import { useLingui } from "@lingui/react/macro";
import { useCallback, useMemo } from "react";
import type { MemberRow } from "../../contracts/rows";
import { usePerson, useRow, useSync, useTable } from "../../sync/hooks";
import { Avatar } from "../../ui/Avatar";
import { Button, IconButton } from "../../ui/Button";
import { confirm } from "../../ui/confirm";
import { useBoard } from "../boards/boardTools";
import { AskForm } from "./AskForm";
import { Invitations } from "./Invitations";
import { InviteForm } from "./InviteForm";
import { Requests } from "./Requests";
import { RoleSelect } from "./RoleSelect";
import { type Role, roleWord } from "./roles";
import "./TeamPanel.css";

/** Who is on the board and as what; admins invite, change roles and take people off. */
export function TeamPanel({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const { boardId, rights, personId } = useBoard();
  const members = useMembersInOrder(boardId);
  return (
    <div className="team">
      {rights.canManage ? (
        <InviteForm />
      ) : members.some(({ row }) => row.person_id === personId) ? (
        <AskForm />
      ) : (
        <p className="team__note">{t`Board admins invite people and change roles.`}</p>
      )}
      {rights.canManage ? <Requests /> : null}
      <ul className="team__list" aria-label={t`On this board`}>
        {members.map(({ row, isOwner }) => (
          <MemberLine key={row.id} row={row} isOwner={isOwner} />
        ))}
      </ul>
      {rights.canManage ? <Invitations /> : null}
      <Leave members={members.map((one) => one.row)} onClose={onClose} />
    </div>
  );
}

const order: readonly string[] = ["admin", "member", "visitor"];

/** The account's owner first, then by role, then who came first. */
function useMembersInOrder(boardId: string): { row: MemberRow; isOwner: boolean }[] {
  const rows = useTable(
    "members",
    useCallback((row: MemberRow) => row.board_id === boardId, [boardId]),
  );
  const accountId = useRow("board_privacy", boardId)?.account_id;
  const ownerId = useRow("accounts", accountId)?.owner_id;
  return useMemo(() => {
    const all = rows.map((row) => ({ row, isOwner: row.person_id === ownerId }));
    const place = (one: { row: MemberRow; isOwner: boolean }) => (one.isOwner ? -1 : order.indexOf(one.row.role));
    return all.sort((a, b) => place(a) - place(b) || a.row.joined_at - b.row.joined_at);
  }, [rows, ownerId]);
}

function MemberLine({ row, isOwner }: { row: MemberRow; isOwner: boolean }) {
  const { t } = useLingui();
  const { boardId, rights, personId } = useBoard();
  const sync = useSync();
  const person = usePerson(row.person_id);
  const isSelf = row.person_id === personId;
  const name = person?.name ?? t`Somebody`;
  const remove = async () => {
    const isSure = await confirm({
      title: t`Take ${name} off this board?`,
      body: t`${name} no longer sees it, and tasks assigned to ${name} lose that assignment. You can invite ${name} again.`,
      confirmLabel: t`Take off the board`,
      isDanger: true,
    });
    if (isSure) void sync.send("member.remove", { board_id: boardId, person_id: row.person_id });
  };
  return (
    <li className="team__line">
      <Avatar person={person ?? { id: row.person_id, name }} size={32} isDecorative />
      <span className="team__who">
        <span className="team__name" dir="auto">
          {name}
          {isSelf ? <span className="team__you">{t`you`}</span> : null}
        </span>
        {isOwner ? <span className="team__muted">{t`Account owner`}</span> : null}
      </span>
      {rights.canManage ? (
        <>
          <RoleSelect
            label={t`Role of ${name}`}
            value={row.role as Role}
            onChange={(role) =>
              void sync.send("member.set_role", { board_id: boardId, person_id: row.person_id, role })
            }
          />
          <IconButton
            size="small"
            icon="close"
            label={t`Take ${name} off the board`}
            isDisabled={isSelf}
            onPress={() => void remove()}
          />
        </>
      ) : (
        <span className="team__role">{roleWord(row.role)}</span>
      )}
    </li>
  );
}

function Leave({ members, onClose }: { members: readonly MemberRow[]; onClose: () => void }) {
  const { t } = useLingui();
  const { boardId, personId } = useBoard();
  const sync = useSync();
  if (!personId || !members.some((row) => row.person_id === personId)) return null;
  const leave = async () => {
    const isSure = await confirm({
      title: t`Leave this board?`,
      body: t`You no longer see it unless it is open to you in another way, and your assignments here are dropped. A board admin can invite you again.`,
      confirmLabel: t`Leave the board`,
      isDanger: true,
    });
    if (!isSure) return;
    const answer = await sync.send("member.remove", { board_id: boardId, person_id: personId });
    if (answer.s === "done") onClose();
  };
  return (
    <div className="team__foot">
      <Button look="quiet" size="small" icon="signOut" onPress={() => void leave()}>{t`Leave this board…`}</Button>
    </div>
  );
}
