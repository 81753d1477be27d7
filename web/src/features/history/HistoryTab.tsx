import { useMemo } from "react";
import { useScope, useScopeSeq } from "../../sync/hooks";
import { useBoard } from "../boards/boardTools";
import type { TabProps } from "../cards/sheet/tabs";
import { CardStays } from "../flow/CardStays";
import { HistoryList } from "./HistoryList";
import { useHistory } from "./useHistory";

/** Everything that became of the open card, on whichever board. */
export function HistoryTab({ card }: TabProps) {
  return <CardHistory key={card.id} card={card} />;
}

const CALM_MS = 250;

function CardHistory({ card }: Pick<TabProps, "card">) {
  // Details and checklist, and files: each change there is history.
  const { rights } = useBoard();
  useScope(rights.isKnown ? `shelf:${card.id}` : null);
  const texts = useScopeSeq(`card:${card.id}`);
  const files = useScopeSeq(`shelf:${card.id}`);
  const version = useMemo(() => ({ card, texts, files }), [card, texts, files]);
  const place = `${card.board_id} ${card.column_id}`;
  return (
    <>
      <CardStays cardId={card.id} version={place} />
      <HistoryList history={useHistory(`/api/v1/cards/${card.id}/history?`, version, CALM_MS)} />
    </>
  );
}
