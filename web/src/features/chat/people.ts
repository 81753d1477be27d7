import { useLingui } from "@lingui/react/macro";
import { useCallback, useMemo } from "react";
import type { MemberRow } from "../../contracts/rows";
import { EVERYBODY, type Mention } from "../../kits/mentionkit";
import { usePerson, useRow, useSync, useTable } from "../../sync/hooks";

/** Whom a message on this board may mention: everybody who may read its chat, and all of them together. */
export function useMentionable(boardId: string): readonly Mention[] {
  const { t } = useLingui();
  const { directory, person } = useSync();
  const readsToo = useRow("board_privacy", boardId)?.visitors_chat ?? false;
  const members = useTable(
    "members",
    useCallback(
      (row: MemberRow) => row.board_id === boardId && (readsToo || row.role !== "visitor"),
      [boardId, readsToo],
    ),
  );
  return useMemo(() => {
    const others = members.filter((row) => row.person_id !== person);
    const named = others.flatMap(({ person_id }) => directory.get(person_id) ?? []);
    named.sort((one, other) => one.name.localeCompare(other.name));
    return [...named.map(({ id, name }) => ({ id, name })), { id: EVERYBODY, name: t`all` }];
  }, [members, directory, person, t]);
}

/** What somebody is called; who may not be told is somebody. */
export function useName(id: string | null): string {
  const { t } = useLingui();
  return usePerson(id)?.name ?? t`Somebody`;
}
