import { useLingui } from "@lingui/react/macro";
import { useMemo, useState } from "react";
import { useScopeSeq } from "../../sync/hooks";
import { Segmented } from "../../ui/Toggle";
import { useBoard } from "../boards/boardTools";
import { HistoryList } from "./HistoryList";
import { useHistory } from "./useHistory";

type Span = "all" | "board";

/** What was done on the board: on its tasks too, or only to the board itself. */
export function BoardHistoryPanel() {
  const { t } = useLingui();
  const [span, setSpan] = useState<Span>("all");
  return (
    <>
      <Segmented
        label={t`What to show`}
        isLabelHidden
        choices={[
          { id: "all", label: t`Everything` },
          { id: "board", label: t`The board itself` },
        ]}
        value={span}
        onChange={setSpan}
      />
      <BoardHistory key={span} span={span} />
    </>
  );
}

/** A busy board changes many times a second. */
const CALM_MS = 1000;

function BoardHistory({ span }: { span: Span }) {
  const { boardId } = useBoard();
  const board = useScopeSeq(`board:${boardId}`);
  const team = useScopeSeq(`team:${boardId}`);
  const version = useMemo(() => ({ board, team }), [board, team]);
  const path = `/api/v1/boards/${boardId}/history?cards=${span === "all"}&`;
  return <HistoryList isNaming history={useHistory(path, version, CALM_MS)} />;
}
