import { useLingui } from "@lingui/react/macro";
import { useCallback } from "react";
import type { InvitationRow } from "../../contracts/rows";
import { dayIn, daysBetween, relativeDay } from "../../kits/datekit";
import { useSync, useTable } from "../../sync/hooks";
import { Button } from "../../ui/Button";
import { Icon } from "../../ui/icons";
import { toasts } from "../../ui/toasts";
import { useBoard } from "../boards/boardTools";
import { useMinute } from "../cards/useMinute";
import { roleWord } from "./roles";

/** Invitations nobody has accepted yet: sent again, or taken back. */
export function Invitations() {
  const { t } = useLingui();
  const { boardId } = useBoard();
  const rows = useTable(
    "invitations",
    useCallback((row: InvitationRow) => row.board_id === boardId, [boardId]),
  );
  if (rows.length === 0) return null;
  return (
    <section>
      <h3 className="team__title">{t`Invited, not here yet`}</h3>
      <ul className="team__list">
        {rows.map((row) => (
          <InvitationLine key={row.id} row={row} />
        ))}
      </ul>
    </section>
  );
}

function InvitationLine({ row }: { row: InvitationRow }) {
  const { t } = useLingui();
  const { zone, locale } = useBoard();
  const sync = useSync();
  const now = useMinute();
  const email = row.email;
  const isExpired = row.expires_at <= now;
  const when = relativeDay(daysBetween(dayIn(now, zone), dayIn(row.expires_at, zone)), locale);
  const role = roleWord(row.role);
  const resend = async () => {
    const answer = await sync.send("invitation.resend", { invitation_id: row.id });
    if (answer.s === "done") toasts.add({ kind: "done", text: t`${email} gets a new mail.` });
  };
  return (
    <li className="team__line">
      <span className="team__envelope">
        <Icon name="mail" />
      </span>
      <span className="team__who">
        <bdi className="team__name" dir="ltr">
          {email}
        </bdi>
        <span className={isExpired ? "team__expired" : "team__muted"}>
          {isExpired ? t`${role} · the link has expired` : t`${role} · the link expires ${when}`}
        </span>
      </span>
      <Button
        size="small"
        look="quiet"
        aria-label={t`Send again to ${email}`}
        onPress={() => void resend()}
      >{t`Send again`}</Button>
      <Button
        size="small"
        look="quiet"
        aria-label={t`Cancel the invitation to ${email}`}
        onPress={() => void sync.send("invitation.cancel", { invitation_id: row.id })}
      >{t`Cancel`}</Button>
    </li>
  );
}
