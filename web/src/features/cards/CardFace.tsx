import { useLingui } from "@lingui/react/macro";
import { memo, Suspense, useCallback, useEffect, useSyncExternalStore } from "react";
import type { CardRow, ColumnRow } from "../../contracts/rows";
import { usePerson, usePresentOn, useRow, useSync } from "../../sync/hooks";
import { classes } from "../../ui/classes";
import { Icon } from "../../ui/icons";
import { StatusLabel } from "../../ui/Label";
import { type BoardTools, useBoard } from "../boards/boardTools";
import { useWaits } from "../dependencies/useTies";
import { useMarks } from "../marks/marksStore";
import "./CardFace.css";
import { late } from "../../ui/late";
import { CardTags } from "./CardTags";
import { ChangeNote } from "./ChangeNote";
import { ChecklistFact } from "./ChecklistFact";
import { type DueWords, dueWords } from "./dueWords";
import { Faces } from "./Faces";
import { priorityIcon, priorityWord, statusTone, statusWord } from "./facts";
import { SelectedMark } from "./selection/SelectedMark";
import { useCardClick } from "./selection/useCardClick";
import { useMinute } from "./useMinute";

const CardMark = late(() => import("../marks/MarkSigns").then((module) => ({ default: module.CardMark })));
const CardCompany = late(() => import("../presence/CardCompany").then((module) => ({ default: module.CardCompany })));

type CardFaceProps = { cardId: string; kind: ColumnRow["kind"]; isTabStop: boolean; isPicked: boolean };

/** A card on the board. Only what is not empty takes room. */
export const CardFace = memo(function CardFace({ cardId, kind, isTabStop, isPicked }: CardFaceProps) {
  const board = useBoard();
  const card = useRow("cards", cardId);
  const now = useMinute();
  useEffect(() => () => board.focus.lost(cardId), [board.focus, cardId]);
  const place = card ? `${card.column_id} ${card.rank}` : null;
  useEffect(() => {
    if (place) board.marks.see(cardId, place);
  }, [board.marks, cardId, place]);
  const { selected, isCut, onClick } = useCardClick(board, cardId);
  const { highlight } = board;
  const light = useCallback(
    (face: HTMLDivElement | null) => (face ? highlight.light(cardId, face) : undefined),
    [highlight, cardId],
  );
  const marks = useMarks(cardId);
  if (!card) return <div className="card" />;
  const due = dueWords(card, { now, zone: board.zone, locale: board.locale }, kind !== "normal");
  return (
    <div
      ref={light}
      className={classes(
        "card",
        board.isLines && "card--line",
        isPicked && "card--picked",
        selected === "on" && "card--selected",
        isCut && "card--cut",
      )}
      data-card={cardId}
      data-marks={marks && [...marks.keys()].join(" ")}
    >
      <a
        className="card__open"
        data-card-link
        href={board.cardAddress(cardId)}
        draggable={false}
        tabIndex={isTabStop ? 0 : -1}
        aria-describedby={board.rights.canWrite ? "card-keys" : undefined}
        onClick={onClick}
        onContextMenu={(event) => {
          event.preventDefault();
          board.showCardMenu(cardId, event.currentTarget);
        }}
      >
        <SelectedMark state={selected} />
        <Lamp cardId={cardId} />
        {board.isLines ? <Line card={card} due={due} /> : <Full card={card} due={due} board={board} kind={kind} />}
        <Suspense>{marks && kind !== "deleted" ? <CardMark marks={marks} isLine={board.isLines} /> : null}</Suspense>
      </a>
      <MenuButton card={card} board={board} />
      {kind === "deleted" ? <Deleted card={card} board={board} /> : null}
      <Company cardId={card.id} />
      <ChangeNote id={card.id} marks={board.marks} className="card__change" />
    </div>
  );
});

/** Fetched with the first card that somebody else opens. */
function Company({ cardId }: { cardId: string }) {
  const ids = usePresentOn(cardId);
  return <Suspense>{ids.length > 0 ? <CardCompany ids={ids} /> : null}</Suspense>;
}

/** Picked out: a sign beside the green edge. */
function Lamp({ cardId }: { cardId: string }) {
  const { highlight } = useBoard();
  const isOn = useSyncExternalStore(highlight.watch, () => highlight.of(cardId) === "on");
  return isOn ? <LitLamp /> : null;
}

function LitLamp() {
  const { t } = useLingui();
  return (
    <span className="card__lamp">
      <Icon name="highlight" size={16} label={t`Highlighted`} />
    </span>
  );
}

type FullProps = { card: CardRow; due: DueWords | null; board: BoardTools; kind: ColumnRow["kind"] };

function Full({ card, due, board, kind }: FullProps) {
  const now = useMinute();
  const tone = statusTone(card.status);
  const number = board.board.numbering && card.number > 0 ? `#${card.number}` : null;
  const isUrgent = card.priority !== "normal";
  // Readers by link are not told who the people are.
  const hasFaces = card.assignee_ids.length > 0 && board.personId !== null;
  const hasChecklist = card.checklist_total > 0;
  const waits = useWaits(card);
  const said = useRow("talks", card.id)?.count ?? 0;
  const attached = useRow("shelves", card.id)?.count ?? 0;
  const hasFacts = number || due || hasChecklist || said > 0 || attached > 0 || isUrgent || hasFaces || waits > 0;
  return (
    <>
      {tone ? (
        <StatusLabel tone={tone} className="card__status">
          {statusWord(card.status)}
        </StatusLabel>
      ) : null}
      {board.board.use_tags && card.tag_ids.length > 0 ? <CardTags ids={card.tag_ids} most={MOST_TAGS} /> : null}
      <span className="card__title" dir="auto">
        {card.title}
      </span>
      {hasFacts ? (
        <span className="card__facts">
          {number ? <span className="figures">{number}</span> : null}
          {due ? <Due due={due} /> : null}
          {hasChecklist ? <ChecklistFact card={card} now={now} isDone={kind !== "normal"} /> : null}
          {waits > 0 ? <Waits count={waits} /> : null}
          {said > 0 ? <Said count={said} /> : null}
          {attached > 0 ? <Attached count={attached} /> : null}
          {isUrgent ? (
            <span className={classes("card__fact", `card__fact--${card.priority}`)}>
              <Icon name={priorityIcon(card.priority)} size={16} />
              {priorityWord(card.priority)}
            </span>
          ) : null}
          {hasFaces ? <Faces ids={card.assignee_ids} className="card__faces" /> : null}
        </span>
      ) : null}
    </>
  );
}

function Due({ due }: { due: DueWords }) {
  return (
    <span className={classes("card__fact card__fact--due figures", due.isOverdue && "card__fact--overdue")}>
      <Icon name={due.isOverdue ? "clock" : "calendar"} size={16} />
      {due.text}
    </span>
  );
}

/** That the card waits for others which are not done. */
function Waits({ count }: { count: number }) {
  const { t } = useLingui();
  return (
    <span className="card__fact figures">
      <Icon name="lock" size={16} label={t`Waits for tasks that are not done`} />
      {count}
    </span>
  );
}

function Said({ count }: { count: number }) {
  const { t } = useLingui();
  return (
    <span className="card__fact card__fact--chat figures">
      <Icon name="chat" size={16} label={t`Messages`} />
      {count}
    </span>
  );
}

function Attached({ count }: { count: number }) {
  const { t } = useLingui();
  return (
    <span className="card__fact card__fact--files figures">
      <Icon name="paperclip" size={16} label={t`Attachments`} />
      {count}
    </span>
  );
}

/** Zoomed out: the title, and one small mark for what most needs eyes. */
function Line({ card, due }: { card: CardRow; due: DueWords | null }) {
  const { t } = useLingui();
  const waits = useWaits(card);
  const mark = due?.isOverdue
    ? { icon: "clock" as const, word: due.text, tone: "overdue" }
    : card.status === "blocked" || waits > 0
      ? { icon: "lock" as const, word: t`Blocked`, tone: "blocked" }
      : card.priority === "critical"
        ? { icon: "warning" as const, word: t`Critical`, tone: "critical" }
        : null;
  return (
    <>
      <span className="card__title" dir="auto">
        {card.title}
      </span>
      {mark ? (
        <span className={`card__mark card__mark--${mark.tone}`} title={mark.word}>
          <Icon name={mark.icon} size={16} label={mark.word} />
        </span>
      ) : null}
    </>
  );
}

const MOST_TAGS = 5;

function MenuButton({ card, board }: { card: CardRow; board: BoardTools }) {
  const { t } = useLingui();
  const title = card.title;
  return (
    <button
      type="button"
      className="card__menu"
      data-no-drag
      tabIndex={-1}
      aria-haspopup="menu"
      aria-label={t`Actions for “${title}”`}
      onClick={(event) => board.showCardMenu(card.id, event.currentTarget)}
    >
      <Icon name="dots" size={16} />
    </button>
  );
}

function Deleted({ card, board }: { card: CardRow; board: BoardTools }) {
  const { t, i18n } = useLingui();
  const sync = useSync();
  const by = usePerson(card.deleted_by)?.name ?? t`Somebody`;
  const when = card.deleted_at === null ? "" : i18n.date(new Date(card.deleted_at), { day: "numeric", month: "short" });
  const restore = () => void sync.send("card.restore", { card_ids: [card.id] });
  return (
    <div className="card__deleted">
      <span className="card__who">
        {by} · {when}
      </span>
      {board.rights.canWrite ? (
        <button
          type="button"
          className="button button--quiet button--small card__restore"
          data-no-drag
          onClick={restore}
        >
          <Icon name="restore" size={16} />
          {t`Restore`}
        </button>
      ) : null}
    </div>
  );
}
