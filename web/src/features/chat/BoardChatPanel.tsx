import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { EmptyState } from "../../ui/EmptyState";
import { useBoard } from "../boards/boardTools";
import { useMessageFiles } from "../files/useMessageFiles";
import { Talk } from "./Talk";
import { useClosed } from "./useClosed";

/** Where the people of a board talk about what concerns all of them. */
export function BoardChatPanel(_props: { onClose: () => void }) {
  const { t } = useLingui();
  const { boardId, rights } = useBoard();
  const place = useMemo(() => ({ board_id: boardId }), [boardId]);
  const closed = useClosed(null);
  const onFiles = useMessageFiles({ kind: "board", id: boardId }, !rights.canWrite);
  const empty = (
    <EmptyState icon="chat" title={t`Nothing said yet`}>
      {t`For what concerns the whole team. What is about one task is best said in that task.`}
    </EmptyState>
  );
  return <Talk key={boardId} place={place} closed={closed} empty={empty} onFiles={onFiles} />;
}
