import { useCallback, useMemo } from "react";
import type { TagRow } from "../../contracts/rows";
import { useTable } from "../../sync/hooks";
import { useLocale } from "../../ui/language";

/** A board's tags as a person looks for them: by name. */
export function useBoardTags(boardId: string): readonly TagRow[] {
  const locale = useLocale();
  const tags = useTable(
    "tags",
    useCallback((tag: TagRow) => tag.board_id === boardId, [boardId]),
  );
  return useMemo(() => byName(tags, locale), [tags, locale]);
}

export function byName(tags: readonly TagRow[], locale: string): readonly TagRow[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return [...tags].sort((one, other) => compare(one.name, other.name));
}
