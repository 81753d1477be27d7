import { useLingui } from "@lingui/react/macro";
import { useCallback } from "react";
import type { TeamRequestRow } from "../../contracts/rows";
import { usePerson, useSync, useTable } from "../../sync/hooks";
import { Avatar } from "../../ui/Avatar";
import { Button } from "../../ui/Button";
import { useBoard } from "../boards/boardTools";
import { roleWord } from "./roles";

/** What people on the board ask its admins for; any admin answers. */
export function Requests() {
  const { t } = useLingui();
  const { boardId } = useBoard();
  const rows = useTable(
    "team_requests",
    useCallback((row: TeamRequestRow) => row.board_id === boardId, [boardId]),
  );
  if (rows.length === 0) return null;
  return (
    <section>
      <h3 className="team__title">{t`Asked of board admins`}</h3>
      <ul className="team__list">
        {rows.map((row) => (
          <RequestLine key={row.id} row={row} />
        ))}
      </ul>
    </section>
  );
}

function RequestLine({ row }: { row: TeamRequestRow }) {
  const { t } = useLingui();
  const sync = useSync();
  const asker = usePerson(row.person_id);
  const name = asker?.name ?? t`Somebody`;
  const role = roleWord(row.role);
  const { email } = row;
  const answer = (is_granted: boolean) => void sync.send("request.answer", { request_id: row.id, is_granted });
  return (
    <li className="team__line team__request">
      <Avatar person={asker ?? { id: row.person_id, name }} size={32} isDecorative />
      <span className="team__who">
        <span>{email ? t`${name} asks to add ${email} (${role})` : t`${name} asks for another role: ${role}`}</span>
        {row.note ? (
          <span className="team__muted" dir="auto">
            {row.note}
          </span>
        ) : null}
      </span>
      <span className="team__answers">
        <Button size="small" look="quiet" onPress={() => answer(false)}>{t`No`}</Button>
        <Button size="small" look="primary" onPress={() => answer(true)}>
          {email ? t`Add` : t`Agree`}
        </Button>
      </span>
    </li>
  );
}
