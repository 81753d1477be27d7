import { useLingui } from "@lingui/react/macro";
import type { CardRow } from "../../contracts/rows";
import { Icon, type IconName } from "../../ui/icons";
import { useBoard } from "../boards/boardTools";
import { dueWords } from "../cards/dueWords";
import { useMinute } from "../cards/useMinute";
import { useMarks } from "../marks/marksStore";
import { useMarkWords } from "../marks/markWords";
import "./cardMark.css";

export type CardMark = { icon: IconName; word: string; tone: "overdue" | "blocked" | "critical" | "done" };

/** What most needs eyes on a card, in one small mark: as on a board that is zoomed out. */
export function useCardMark(card: CardRow | undefined): CardMark | null {
  const { t } = useLingui();
  const { zone, locale } = useBoard();
  const now = useMinute();
  if (!card) return null;
  if (card.completed_at !== null) return { icon: "check", word: t`Completed`, tone: "done" };
  const due = dueWords(card, { now, zone, locale });
  if (due?.isOverdue) return { icon: "clock", word: due.text, tone: "overdue" };
  if (card.status === "blocked") return { icon: "lock", word: t`Blocked`, tone: "blocked" };
  return card.priority === "critical" ? { icon: "warning", word: t`Critical`, tone: "critical" } : null;
}

export function MarkIcon({ mark }: { mark: CardMark | null }) {
  if (!mark) return null;
  return (
    <span className={`card__mark card__mark--${mark.tone}`} title={mark.word}>
      <Icon name={mark.icon} size={16} label={mark.word} />
    </span>
  );
}

/** Picked out by the highlight: a sign beside the green edge. */
export function Lamp() {
  const { t } = useLingui();
  return <Icon name="highlight" size={16} label={t`Highlighted`} className="plan-lamp" />;
}

/** What others have changed since one looked: an orange dot, and its words. */
export function News({ cardId }: { cardId: string }) {
  const marks = useMarks(cardId);
  return marks ? <Dot marks={marks} /> : null;
}

function Dot({ marks }: { marks: NonNullable<ReturnType<typeof useMarks>> }) {
  const words = useMarkWords(marks);
  return (
    <span className="plan-news" title={words}>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
