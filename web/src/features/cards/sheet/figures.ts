import type { CardRow } from "../../../contracts/rows";
import { useRow } from "../../../sync/hooks";

/** The figures behind the titles of the tabs: `useFigure` of a tab. Nothing is shown for nothing. */

/** 3/7, done of all. */
export const useChecklistFigure = (card: CardRow): string | null =>
  card.checklist_total > 0 ? `${card.checklist_done}/${card.checklist_total}` : null;

/** The board keeps its talks at hand (features/chat/TalkWatch.tsx). */
export const useChatFigure = (card: CardRow): string | null => countOf(useRow("talks", card.id));

/** So are its shelves (features/files/FilesWatch.tsx). */
export const useFilesFigure = (card: CardRow): string | null => countOf(useRow("shelves", card.id));

const countOf = (row: { count: number } | undefined): string | null =>
  row && row.count > 0 ? String(row.count) : null;
