import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { EmptyState } from "../../ui/EmptyState";
import type { TabProps } from "../cards/sheet/tabs";
import { useMessageFiles } from "../files/useMessageFiles";
import { Talk } from "./Talk";
import { useClosed } from "./useClosed";

/** The chat of an open card. */
export function ChatTab({ card, column, isFrozen }: TabProps) {
  const { t } = useLingui();
  const place = useMemo(() => ({ card_id: card.id }), [card.id]);
  const closed = useClosed(
    column.kind === "deleted" ? t`The chat of a deleted task is closed. Restore the task to go on.` : null,
  );
  const onFiles = useMessageFiles({ kind: "card", id: card.id }, isFrozen);
  const empty = (
    <EmptyState icon="chat" title={t`Nothing said yet`}>
      {t`Ask, answer and decide here: it stays with the task.`}
    </EmptyState>
  );
  return (
    <div className="talk-tab">
      <Talk key={card.id} place={place} closed={closed} empty={empty} onFiles={onFiles} />
    </div>
  );
}
