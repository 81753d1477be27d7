import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { type MouseEvent, useRef } from "react";
import { useSync } from "../../sync/hooks";
import { AvatarStack } from "../../ui/Avatar";
import { IconButton } from "../../ui/Button";
import { Icon } from "../../ui/icons";
import { Badge } from "../../ui/Label";
import { Menu, type MenuGroup } from "../../ui/Menu";
import { refusalText } from "../../ui/refusals";
import { toasts } from "../../ui/toasts";
import "./BoardTile.css";
import { forgetCounts, useBoardCount } from "../marks/boardCounts";
import { readBoard } from "../marks/seen";
import { TileMark } from "../marks/TileMark";
import { type HomeBoard, openCount } from "./homeData";
import { useBoardLife } from "./life/useBoardLife";
import { Miniature } from "./Miniature";

export function BoardTile({ board, isOwner }: { board: HomeBoard; isOwner: boolean }) {
  const { t } = useLingui();
  const sync = useSync();
  const life = useBoardLife(board, isOwner);
  const reading = useReadEntry(board.id);
  const menu = () => [...reading, ...life()];
  const dotsRef = useRef<HTMLSpanElement>(null);
  const { name } = board;
  const open = openCount(board);
  const star = async () => {
    const answer = await sync.send("pref.set_favourite", { board_id: board.id, favourite: !board.favourite });
    if (answer.s !== "done") toasts.add({ kind: "error", text: refusalText(answer.code, answer.args) });
  };
  const openMenu = (event: MouseEvent) => {
    event.preventDefault();
    dotsRef.current?.querySelector("button")?.click();
  };
  if (board.isWaiting) return <WaitingTile board={board} />;
  return (
    <article className={board.state === "open" ? "tile" : "tile tile--resting"} onContextMenu={openMenu}>
      <Miniature columns={board.columns} />
      <TileMark boardId={board.id} />
      <div className="tile__body">
        <h3 className="tile__name">
          <Link to="/b/$boardId" params={{ boardId: board.id }} className="tile__link" dir="auto" preload="intent">
            {board.name}
          </Link>
          {board.privacy === "link" ? (
            <Icon name="globe" size={16} label={t`Anyone with the link can read this board`} />
          ) : null}
          {board.privacy === "team" ? (
            <Icon name="lock" size={16} label={t`Only its team can read this board`} />
          ) : null}
        </h3>
        <div className="tile__facts">
          <span className="tile__count figures">
            {open === 0 ? <Trans>Nothing open</Trans> : <Plural value={open} one="# open" other="# open" />}
          </span>
          {board.overdue > 0 ? (
            <Badge tone="danger" icon="clock">
              <span className="figures">
                <Plural value={board.overdue} one="# overdue" other="# overdue" />
              </span>
            </Badge>
          ) : null}
          {board.state === "archived" ? (
            <Badge icon="archive">
              <Trans>Archived</Trans>
            </Badge>
          ) : null}
          {board.state === "trash" ? (
            <Badge icon="trash">
              <Trans>In the trash</Trans>
            </Badge>
          ) : null}
          <AvatarStack people={board.people} size={20} max={3} className="tile__people" />
        </div>
      </div>
      <IconButton
        icon={board.favourite ? "starFilled" : "star"}
        label={board.favourite ? t`Remove “${board.name}” from favourites` : t`Add “${board.name}” to favourites`}
        size="small"
        className={board.favourite ? "tile__star tile__star--on" : "tile__star"}
        onPress={star}
      />
      <span className="tile__menu" ref={dotsRef}>
        <Menu label={t`Board actions`} groups={menu} commands="tile">
          <IconButton icon="dots" size="small" label={t`Actions of “${name}”`} />
        </Menu>
      </span>
    </article>
  );
}

/** To mark the board as read, where something is marked. */
function useReadEntry(boardId: string): readonly MenuGroup[] {
  const { t } = useLingui();
  const sync = useSync();
  const { count } = useBoardCount(boardId);
  const run = () => {
    readBoard(sync, boardId);
    forgetCounts(boardId);
  };
  return count > 0 ? [{ id: "marks", entries: [{ id: "mark_read", label: t`Mark as read`, icon: "eye", run }] }] : [];
}

/** A board made without a connection: it can be opened once the server knows it. */
function WaitingTile({ board }: { board: HomeBoard }) {
  return (
    <article className="tile">
      <Miniature columns={board.columns} />
      <div className="tile__body">
        <h3 className="tile__name">
          <span className="tile__link" dir="auto">
            {board.name}
          </span>
        </h3>
        <div className="tile__facts">
          <Badge icon="cloudOff">
            <Trans>Waiting for the connection</Trans>
          </Badge>
        </div>
      </div>
    </article>
  );
}
