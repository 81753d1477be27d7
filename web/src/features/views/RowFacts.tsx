import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { dayIn, shortDay, timeAgo } from "../../kits/datekit";
import { dateFormat, listFormat } from "../../kits/formats";
import { usePerson } from "../../sync/hooks";
import { classes } from "../../ui/classes";
import { Icon, type IconName } from "../../ui/icons";
import { StatusLabel } from "../../ui/Label";
import { dueWords } from "../cards/dueWords";
import { priorityIcon, priorityWord, statusTone, statusWord } from "../cards/facts";
import { useMinute } from "../cards/useMinute";
import { dueOf } from "./dates";
import { useRowTools } from "./listTools";
import type { News, ViewCard } from "./viewData";
import { aspectWord } from "./viewWords";

/** The quiet end of a row. Only what is not empty takes room. */
export function RowFacts({ card }: { card: ViewCard }) {
  const { view } = useRowTools();
  return <span className="view-row__facts">{view === "new" ? <NewsTime card={card} /> : <Facts card={card} />}</span>;
}

function Facts({ card }: { card: ViewCard }) {
  const { t } = useLingui();
  const tone = statusTone(card.status);
  const isDone = card.completed_at !== null;
  return (
    <>
      {tone && !isDone ? <StatusLabel tone={tone}>{statusWord(card.status)}</StatusLabel> : null}
      {card.checklist_total > 0 ? (
        <Fact icon="checklist" label={t`Checklist`}>
          <bdi dir="ltr">
            {card.checklist_done}/{card.checklist_total}
          </bdi>
        </Fact>
      ) : null}
      {card.chat > 0 ? (
        <Fact icon="chat" label={t`Messages`}>
          {card.chat}
        </Fact>
      ) : null}
      {card.files > 0 ? (
        <Fact icon="paperclip" label={t`Attachments`}>
          {card.files}
        </Fact>
      ) : null}
      {card.priority === "normal" ? null : (
        <Fact icon={priorityIcon(card.priority)} className="view-row__fact--strong">
          {priorityWord(card.priority)}
        </Fact>
      )}
      {isDone ? <DoneFact card={card} at={card.completed_at} /> : <DueFact card={card} />}
    </>
  );
}

type FactProps = { icon: IconName; label?: string; className?: string; children: ReactNode };

function Fact({ icon, label, className, children }: FactProps) {
  return (
    <span className={classes("view-row__fact figures", className)}>
      <Icon name={icon} size={16} label={label} />
      {children}
    </span>
  );
}

function DueFact({ card }: { card: ViewCard }) {
  const { zone, locale } = useRowTools();
  const now = useMinute();
  const due_at = dueOf(card);
  const due_time = due_at === card.due_at ? card.due_time : null;
  const due = dueWords({ due_at, due_time }, { now, zone, locale });
  if (!due) return null;
  return (
    <Fact
      icon={due.isOverdue ? "clock" : "calendar"}
      className={classes("view-row__fact--due", due.isOverdue && "view-row__fact--overdue")}
    >
      {due.text}
    </Fact>
  );
}

function DoneFact({ card, at }: { card: ViewCard; at: number | null }) {
  const { t } = useLingui();
  const { zone, locale } = useRowTools();
  const now = useMinute();
  const by = usePerson(card.completed_by ?? null)?.name;
  if (at === null) return null;
  const isToday = dayIn(at, zone) === dayIn(now, zone);
  const time = dateFormat(locale, { timeZone: zone, timeStyle: "short" });
  const when = isToday ? time.format(at) : shortDay(at, now, locale, zone);
  return <span className="view-row__fact figures">{by ? t`${by}, ${when}` : when}</span>;
}

/** The newest of what is new. */
const newestOf = (all: readonly News[]): News => all.reduce((one, other) => (other[2] > one[2] ? other : one), NO_NEWS);
const NO_NEWS: News = ["", null, 0];

function NewsTime({ card }: { card: ViewCard }) {
  const { locale } = useRowTools();
  const now = useMinute();
  const [, , at] = newestOf(card.news ?? []);
  return <span className="view-row__fact">{at > 0 ? timeAgo(at, now, locale) : null}</span>;
}

/** What others changed of a card, and who did so last. */
export function WhatIsNew({ news }: { news: readonly News[] }) {
  const { locale } = useRowTools();
  const by = usePerson(newestOf(news)[1] || null)?.name;
  const what = listFormat(locale).format(news.map(([aspect]) => aspectWord(aspect)));
  return (
    <span className="view-row__news">
      <span className="view-row__mark" aria-hidden="true" />
      <span className="view-row__what">{by ? `${by}: ${what}` : what}</span>
    </span>
  );
}
