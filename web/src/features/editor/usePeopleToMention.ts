import { useCallback, useEffect } from "react";
import type { MemberRow } from "../../contracts/rows";
import { useSync, useTable } from "../../sync/hooks";
import type { MentionLook } from "../../ui/markdown/Markdown";
import type { People } from "./suggest";

/** The people of a board, for the list behind an at sign. */
export function usePeopleToMention(boardId: string): People {
  const { directory } = useSync();
  const members = useTable(
    "members",
    useCallback((row: MemberRow) => row.board_id === boardId, [boardId]),
  );
  useEffect(() => {
    for (const { person_id } of members) directory.want(person_id);
  }, [members, directory]);
  return useCallback(
    () =>
      members
        .map(({ person_id }) => directory.get(person_id))
        .filter((person) => person !== undefined)
        .sort((a, b) => a.name.localeCompare(b.name)),
    [members, directory],
  );
}

/** How mentions show to whoever reads. */
export function useMentionLook(me: string | null): MentionLook {
  const { directory } = useSync();
  return { me, nameOf: (id) => directory.get(id)?.name };
}
