import { useLingui } from "@lingui/react/macro";
import { Suspense } from "react";
import type { ColumnRow } from "../../../contracts/rows";
import { useCount, useOrder, useRow, useSync } from "../../../sync/hooks";
import { TextArea } from "../../../ui/Field";
import { late } from "../../../ui/late";
import { Skeleton } from "../../../ui/Skeleton";
import { useBoard } from "../boardTools";
import { useColumnTitle } from "../columnTitle";
import { useTyped } from "../useTyped";
import { Group } from "./Group";
import { ExportGroup } from "./overview/ExportGroup";
import { Figures } from "./overview/Figures";
import { LifeGroup } from "./overview/LifeGroup";

const FlowGroup = late(() => import("../../flow/FlowGroup").then((module) => ({ default: module.FlowGroup })));

/** What the board is for, how it stands, and what may be done with it as a whole. */
export function OverviewTab() {
  const { t } = useLingui();
  const { boardId, rights } = useBoard();
  const columns = useOrder("columns", boardId);
  return (
    <div className="board-settings__stack">
      <Group title={t`Description`}>
        <Description />
      </Group>
      <Figures />
      <Group title={t`Tasks in each column`}>
        <dl className="board-settings__counts">
          {columns.map((id) => (
            <Count key={id} columnId={id} />
          ))}
        </dl>
      </Group>
      {rights.role === "link" ? null : (
        <Suspense fallback={<Skeleton className="figures__skeleton" />}>
          <FlowGroup />
        </Suspense>
      )}
      {rights.role === "link" ? null : <ExportGroup />}
      <LifeGroup />
    </div>
  );
}

function Description() {
  const { t } = useLingui();
  const { board, boardId, rights } = useBoard();
  const sync = useSync();
  const save = (description: string) => void sync.send("board.describe", { board_id: boardId, description });
  const field = useTyped(`board-description.${boardId}`, board.description, save);
  if (!rights.canManage) {
    return board.description ? (
      <p className="board-settings__description" dir="auto">
        {board.description}
      </p>
    ) : (
      <p className="board-settings__muted">{t`No description yet. Board admins write one.`}</p>
    );
  }
  return (
    <TextArea
      label={t`Description`}
      isLabelHidden
      value={field.text}
      maxLength={5000}
      placeholder={t`What this board is for, and for whom.`}
      onChange={field.write}
      onBlur={field.finish}
    />
  );
}

function Count({ columnId }: { columnId: string }) {
  const column = useRow("columns", columnId);
  return column ? <CountLine column={column} /> : null;
}

function CountLine({ column }: { column: ColumnRow }) {
  const { i18n } = useLingui();
  const count = useCount("cards", column.id);
  return (
    <div className="board-settings__count">
      <dt dir="auto">{useColumnTitle(column)}</dt>
      <dd>{i18n.number(count)}</dd>
    </div>
  );
}
