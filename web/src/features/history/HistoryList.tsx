import { useLingui } from "@lingui/react/macro";
import { useEffect, useMemo, useRef } from "react";
import { dayIn, daysBetween, relativeDay } from "../../kits/datekit";
import { dateFormat } from "../../kits/formats";
import { Button } from "../../ui/Button";
import { EmptyState } from "../../ui/EmptyState";
import { Skeleton } from "../../ui/Skeleton";
import { useBoard } from "../boards/boardTools";
import { useMinute } from "../cards/useMinute";
import { HistoryEntry } from "./HistoryEntry";
import type { Entry } from "./historyPages";
import type { Reading } from "./told";
import type { HistoryState } from "./useHistory";
import "./history.css";

type HistoryListProps = { history: HistoryState /** Entries of cards say which card. */; isNaming?: boolean };

/** Entries by day, newest first; what is below comes when one scrolls there. */
export function HistoryList({ history, isNaming }: HistoryListProps) {
  const { t } = useLingui();
  const { zone, locale } = useBoard();
  const now = useMinute();
  const { pages, state } = history;
  const reading: Reading = useMemo(
    () => ({ now, zone, locale, nameOf: (id) => pages.people.get(id)?.name ?? t`Somebody` }),
    [now, zone, locale, pages.people, t],
  );
  if (state === "loading") return <Waiting />;
  if (state === "failed")
    return (
      <EmptyState
        icon="cloudOff"
        title={t`History cannot be read just now`}
        action={<Button onPress={history.retry}>{t`Try again`}</Button>}
      />
    );
  if (pages.entries.length === 0)
    return (
      <EmptyState icon="clock" title={t`Nothing has happened here yet`}>{t`Every change is kept here.`}</EmptyState>
    );
  return (
    <div className="history">
      {byDay(pages.entries, zone).map(({ day, entries }) => (
        <section key={day} aria-label={dayWords(day, reading)}>
          <h3 className="history__day">{dayWords(day, reading)}</h3>
          <ol className="history__list">
            {entries.map((entry) => (
              <HistoryEntry
                key={entry.id}
                entry={entry}
                reading={reading}
                person={entry.by ? pages.people.get(entry.by) : undefined}
                title={isNaming && entry.card_id ? (pages.cards.get(entry.card_id) ?? undefined) : undefined}
              />
            ))}
          </ol>
        </section>
      ))}
      {pages.next === null ? null : <Older history={history} />}
    </div>
  );
}

/** Asked for by scrolling to it, or by pressing it. */
function Older({ history: { isLoadingMore, loadMore } }: { history: HistoryState }) {
  const { t } = useLingui();
  const foot = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!foot.current || isLoadingMore) return;
    const watch = new IntersectionObserver(([seen]) => seen?.isIntersecting && loadMore());
    watch.observe(foot.current);
    return () => watch.disconnect();
  }, [loadMore, isLoadingMore]);
  return (
    <div className="history__older" ref={foot}>
      <Button look="quiet" isPending={isLoadingMore} onPress={loadMore}>{t`Show older`}</Button>
    </div>
  );
}

const LINES = ["a", "b", "c", "d", "e"];

function Waiting() {
  const { t } = useLingui();
  return (
    <div className="history" role="status" aria-label={t`Reading history…`}>
      {LINES.map((line) => (
        <Skeleton key={line} className="history__skeleton" />
      ))}
    </div>
  );
}

function byDay(entries: readonly Entry[], zone: string): { day: string; entries: Entry[] }[] {
  const days: { day: string; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const day = dayIn(entry.at, zone);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}

/** “Today”, “Yesterday”, then the date. */
function dayWords(day: string, { now, zone, locale }: Reading): string {
  const days = daysBetween(dayIn(now, zone), day);
  if (days >= -1) return capital(relativeDay(Math.min(days, 0), locale), locale);
  const isThisYear = day.slice(0, 4) === dayIn(now, zone).slice(0, 4);
  const year = isThisYear ? {} : ({ year: "numeric" } as const);
  const format = dateFormat(locale, { timeZone: "UTC", weekday: "long", day: "numeric", month: "long", ...year });
  return format.format(Date.parse(`${day}T12:00:00Z`));
}

const capital = (words: string, locale: string) => words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
