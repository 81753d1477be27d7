import { Trans, useLingui } from "@lingui/react/macro";
import { Fragment, useCallback } from "react";
import type { AccountAdminRow, MemberRow } from "../../../contracts/rows";
import { usePerson, useRow, useSync, useTable } from "../../../sync/hooks";
import { Button } from "../../../ui/Button";
import { Switch } from "../../../ui/Toggle";
import { useBoard } from "../boardTools";
import { usePlace } from "../place";
import { Group } from "./Group";
import { listParts } from "./listParts";

/** Who may edit, in plain words, and what the team may change beside tasks. */
export function Editors() {
  const { t } = useLingui();
  const { boardId, rights } = useBoard();
  const { go } = usePlace();
  const sync = useSync();
  const { admins, editors } = useEditors(boardId);
  const arranges = useRow("board_privacy", boardId)?.team_arranges ?? false;
  return (
    <Group title={t`Who may edit`}>
      <div className="board-settings__line">
        <div className="board-settings__words">
          <p>
            <Trans>
              Tasks are added, changed and moved by <People ids={editors} />.
            </Trans>
          </p>
          <p>
            <Trans>
              Settings, roles and invitations are up to <People ids={admins} />.
            </Trans>
          </p>
        </div>
        <Button
          size="small"
          icon="people"
          onPress={() => go({ settings: null, panel: "team" })}
        >{t`Open the team`}</Button>
      </div>
      <Switch
        isSelected={arranges}
        isDisabled={!rights.canManage}
        onChange={(on) => void sync.send("board.set_team_arranges", { board_id: boardId, on })}
        description={t`Add, rename, move and delete them. Otherwise only board admins do.`}
      >
        {t`Team members may change columns and tags`}
      </Switch>
    </Group>
  );
}

/** The account's owner and admins can do on every board what its admins can, so they stand here too. */
function useEditors(boardId: string): { admins: readonly string[]; editors: readonly string[] } {
  const accountId = useRow("board_privacy", boardId)?.account_id ?? null;
  const owner = useRow("accounts", accountId)?.owner_id;
  const accountAdmins = useTable(
    "account_admins",
    useCallback((row: AccountAdminRow) => row.account_id === accountId, [accountId]),
  );
  const members = useTable(
    "members",
    useCallback((row: MemberRow) => row.board_id === boardId, [boardId]),
  );
  const withRole = (role: string) => members.filter((row) => row.role === role).map((row) => row.person_id);
  const above = [...(owner ? [owner] : []), ...accountAdmins.map((row) => row.person_id)];
  const admins = [...new Set([...above, ...withRole("admin")])];
  return { admins, editors: [...new Set([...admins, ...withRole("member")])] };
}

function People({ ids }: { ids: readonly string[] }) {
  const { t } = useLingui();
  const { locale } = useBoard();
  const parts = listParts(ids, locale, (count) => t`${count} others`);
  return parts.map((part) => <Fragment key={part.key}>{part.id ? <PersonName id={part.id} /> : part.text}</Fragment>);
}

function PersonName({ id }: { id: string }) {
  const { t } = useLingui();
  const name = usePerson(id)?.name ?? t`Somebody`;
  return (
    <strong>
      <bdi>{name}</bdi>
    </strong>
  );
}
