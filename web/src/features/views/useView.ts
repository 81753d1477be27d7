import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import { dayIn } from "../../kits/datekit";
import { currentSync } from "../../sync/current";
import { onActs, readActs, unknownTo } from "./acts";
import { dueOf } from "./dates";
import { overlaid } from "./overlay";
import { rulesOf } from "./rules";
import { useLive } from "./useLive";
import type { Reader } from "./useReader";
import { type ViewAnswer, type ViewBucket, type ViewQuery, viewPath } from "./viewData";
import { viewAt } from "./viewStore";

const NOTED_MS = 1_500;

export type ShownView = {
  /** Null while nothing is known. */
  answer: ViewAnswer | null;
  error: unknown;
  more: (bucket: ViewBucket) => Promise<void>;
  again: () => void;
};

/** A view as it is now: the last answer, and on it what the reader did since. Asks again whenever something happens. */
export function useView(query: ViewQuery, reader: Reader): ShownView {
  const { me, clock } = reader;
  const { zone, weekStart } = clock;
  const view = viewAt(viewPath(query, zone, weekStart));
  const whole = viewAt(viewPath({ ...query, isMine: false }, zone, weekStart));
  const { answer, error, askedAt } = useSyncExternalStore(view.subscribe, view.read);
  const acts = useSyncExternalStore(onActs, readActs);
  useLive(
    useCallback(() => {
      // An own view may be made a moment ago and not be known to the server yet; it is looked at again when it is.
      const isOnItsWay = query.name === "own" && !view.state.answer && currentSync()?.connection.now.pending;
      if (!isOnItsWay) view.question.soon();
      // What is new the server notes a moment after it has happened.
      if (query.name === "new") setTimeout(() => view.question.soon(), NOTED_MS);
    }, [view, query.name]),
  );
  // What is one's own is in what is known of all, so the switch answers at once.
  const base = answer ?? (query.isMine ? whole.state.answer : null);
  const baseAt = answer ? askedAt : whole.state.askedAt;
  const { name, isMine } = query;
  const shown = useMemo(() => {
    if (!base) return null;
    const rules = rulesOf(name, me, isMine, clock);
    return overlaid(answer ? base : onlyOf(base, me), unknownTo(acts, baseAt), rules);
  }, [base, answer, baseAt, acts, name, me, isMine, clock]);
  const isBehind = acts.some(({ doneAt }) => doneAt !== null && doneAt > askedAt);
  useEffect(() => {
    if (isBehind) view.question.soon();
  }, [isBehind, view]);
  useTurnOfTime(shown, reader, () => view.question.soon());
  const more = useCallback((bucket: ViewBucket) => view.more(bucket), [view]);
  return { answer: shown, error, more, again: () => void view.question.now() };
}

function onlyOf(answer: ViewAnswer, me: string): ViewAnswer {
  const buckets = answer.buckets.map((bucket) => {
    const cards = bucket.cards.filter((card) => card.assignee_ids.includes(me));
    return { ...bucket, cards, count: cards.length, hidden: (bucket.count ?? 0) - cards.length };
  });
  return { ...answer, buckets };
}

/** Time alone moves cards: at midnight, and when one is due. */
function useTurnOfTime(answer: ViewAnswer | null, { clock }: Reader, look: () => void): void {
  const { now, zone } = clock;
  const isOver =
    answer !== null &&
    (dayIn(answer.at, zone) !== dayIn(now, zone) ||
      answer.buckets.some(({ cards }) => cards.some((card) => isBetween(dueOf(card), answer.at, now))));
  useEffect(() => {
    if (isOver) look();
  }, [isOver, now]);
}

const isBetween = (at: number | null, after: number, until: number) => at !== null && after < at && at <= until;
