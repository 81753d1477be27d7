import { useLingui } from "@lingui/react/macro";
import { Suspense, useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { useRow, useSync } from "../../sync/hooks";
import { IconButton } from "../../ui/Button";
import { CommandButton } from "../../ui/CommandButton";
import { runCommand } from "../../ui/commands";
import { FramePlace } from "../../ui/Frame";
import { Icon } from "../../ui/icons";
import "./BoardBar.css";
import { late } from "../../ui/late";
import { useMarks } from "../marks/marksStore";
import { useBoard } from "./boardTools";
import { ConnectionChip } from "./ConnectionChip";
import { InlineName } from "./InlineName";
import { type BoardPanel, panels } from "./panels";
import { usePlace } from "./place";

const BoardMenu = late(() => import("./BoardMenu").then((module) => ({ default: module.BoardMenu })));
const PlanSwitch = late(() => import("../planning/PlanSwitch").then((module) => ({ default: module.PlanSwitch })));

type BoardBarProps = { showDeleted: boolean; setShowDeleted: (show: boolean) => void };

/** The board's own parts of the frame's bar. */
export function BoardBar({ showDeleted, setShowDeleted }: BoardBarProps) {
  const { t } = useLingui();
  const board = useBoard();
  const { panel } = usePlace();
  return (
    <>
      <FramePlace name="title">
        <BoardName />
        <Suspense fallback={<span className="board-bar__plan" />}>
          <PlanSwitch />
        </Suspense>
        <Frozen />
        <ConnectionChip />
      </FramePlace>
      <FramePlace name="tools">
        <span className="board-bar__wide">
          {board.personId ? <CommandButton id="board.highlight" isActive={panel === "highlight"} /> : null}
          {board.rights.canWrite ? <CommandButton id="change.undo" /> : null}
          {board.rights.canWrite ? <CommandButton id="change.redo" /> : null}
          {board.personId ? <CommandButton id="board.zoom" isActive={board.isLines} /> : null}
          {panels
            .filter((one) => one.isShown(board) && one.id !== "highlight")
            .map((one) => (
              <PanelButton key={one.id} panel={one} isActive={panel === one.id} />
            ))}
          {board.personId ? <CommandButton id="board.settings" /> : null}
        </span>
        <Suspense fallback={<span className="board-bar__menu" />}>
          <BoardMenu showDeleted={showDeleted} setShowDeleted={setShowDeleted} />
        </Suspense>
      </FramePlace>
      <FramePlace name="bottom">
        {board.rights.canWrite ? <BottomTab icon="undo" label={t`Undo`} run={() => runCommand("change.undo")} /> : null}
        {board.personId ? (
          <BottomTab icon={board.isLines ? "zoomIn" : "zoomOut"} label={t`Zoom`} run={() => runCommand("board.zoom")} />
        ) : null}
        {board.personId ? <BottomTab icon="people" label={t`Team`} run={() => runCommand("board.team")} /> : null}
      </FramePlace>
    </>
  );
}

const noBadge = () => 0;

function PanelButton({ panel, isActive }: { panel: BoardPanel; isActive: boolean }) {
  const useBadge = panel.useBadge ?? noBadge;
  const { t } = useLingui();
  const board = useBoard();
  const badge = useBadge(board);
  const marks = useMarks(board.boardId);
  const sign = panel.sees && marks?.has(panel.sees) ? t`New` : undefined;
  return <CommandButton id={`board.${panel.id}`} isActive={isActive} badge={badge || undefined} sign={sign} />;
}

function BottomTab({
  icon,
  label,
  run,
}: {
  icon: "undo" | "zoomIn" | "zoomOut" | "people";
  label: string;
  run: () => void;
}) {
  return (
    <AriaButton className="frame__tab" onPress={run}>
      <Icon name={icon} />
      {label}
    </AriaButton>
  );
}

function BoardName() {
  const { t } = useLingui();
  const { board, boardId, rights, personId } = useBoard();
  const sync = useSync();
  const [isRenaming, setRenaming] = useState(false);
  const isFavourite = useRow("board_prefs", personId ? `${personId}.${boardId}` : null)?.favourite ?? false;
  return (
    <>
      <span className="board-bar__name">
        <InlineName
          name={board.name}
          label={t`Name of the board`}
          canRename={rights.canManage}
          isRenaming={isRenaming}
          setRenaming={setRenaming}
          maxLength={200}
          onRename={(name) => void sync.send("board.rename", { board_id: boardId, name })}
        />
      </span>
      {personId ? (
        <IconButton
          size="small"
          className={isFavourite ? "board-bar__star board-bar__star--on" : "board-bar__star"}
          icon={isFavourite ? "starFilled" : "star"}
          label={isFavourite ? t`Remove from favourites` : t`Add to favourites`}
          onPress={() => runCommand("board.favourite")}
        />
      ) : null}
    </>
  );
}

function Frozen() {
  const { t } = useLingui();
  const { rights } = useBoard();
  if (!rights.frozen) return null;
  return <span className="label">{rights.frozen === "archived" ? t`In the archive` : t`In the trash`}</span>;
}
