import { useLingui } from "@lingui/react/macro";
import { Link, useSearch } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { useSync } from "../../sync/hooks";
import { Button } from "../../ui/Button";
import { EmptyState } from "../../ui/EmptyState";
import { usePageTitle } from "../../ui/Frame";
import { problemText } from "../../ui/problems";
import { Skeleton } from "../../ui/Skeleton";
import { Switch } from "../../ui/Toggle";
import { CardInPlaceHost, useOpenInPlace } from "../boards/CardInPlaceHost";
import { useCountOfAll } from "../marks/boardCounts";
import { act } from "./acts";
import { useKeptWords } from "./kept";
import type { Reader } from "./useReader";
import { type ShownView, useView } from "./useView";
import { ViewList } from "./ViewList";
import type { ViewAnswer, ViewBucket, ViewName } from "./viewData";
import { viewWords } from "./viewWords";

/** In these others' cards are shown too, and may be left out. */
const WITH_OTHERS: readonly string[] = ["due", "attention", "done", "own"];

/** One of the five views. */
export function ViewScreen({ name, reader, marked }: { name: ViewName; reader: Reader; marked: ReadonlySet<string> }) {
  const words = viewWords[name];
  const isOnBoards = useCountOfAll() > 0 && name === "new";
  const empty = isOnBoards ? (
    <OnBoards />
  ) : (
    <EmptyState icon={words.icon} title={words.emptyTitle()} action={<ToBoards />}>
      {words.emptyText()}
    </EmptyState>
  );
  return <AnyView name={name} title={words.title()} {...{ reader, marked, empty }} />;
}

/** What is new and no task: home says where. */
function OnBoards() {
  const { t } = useLingui();
  return (
    <EmptyState icon="chat" title={t`No task has changed`} action={<ToBoards />}>
      {t`Only chats or attachments of boards themselves are new. Home says on which.`}
    </EmptyState>
  );
}

/** Where tasks are made, and where somebody new makes a first board. */
function ToBoards() {
  const { t } = useLingui();
  return (
    <Link className="button button--primary button--medium" to="/">
      {t`Go to my boards`}
    </Link>
  );
}

type AnyViewProps = {
  name: string;
  filterId?: string;
  title: string;
  reader: Reader;
  marked: ReadonlySet<string>;
  /** What is said where there is nothing. */
  empty: ReactNode;
  /** What else can be done with the view. */
  ways?: ReactNode;
};

/** A view with its head: title, switch, and the list or what stands for it. */
export function AnyView({ name, filterId, title, reader, marked, empty, ways }: AnyViewProps) {
  const { t } = useLingui();
  const [mine, setMine] = useKeptWords("tafla.views.mine");
  const key = filterId ?? name;
  const hasSwitch = WITH_OTHERS.includes(name);
  const isMine = hasSwitch && mine.has(key);
  const view = useView({ name, filterId, isMine }, reader);
  usePageTitle(title);
  const hidden = view.answer?.buckets.reduce((sum, bucket) => sum + (bucket.hidden ?? 0), 0) ?? 0;
  return (
    <>
      <header className="views__head">
        <h1 className="views__title" dir="auto">
          {title}
        </h1>
        <span className="views__acts">
          {isMine && hidden > 0 ? <span className="views__hidden figures">{t`${hidden} of others hidden`}</span> : null}
          {hasSwitch ? (
            <Switch isSelected={isMine} onChange={(isOn) => setMine(key, isOn)}>{t`Only mine`}</Switch>
          ) : null}
          {name === "new" && view.answer?.buckets.length ? <SeeAll answer={view.answer} /> : null}
          {ways}
        </span>
      </header>
      <Content {...{ name, view, reader, marked, empty }} listKey={key} />
    </>
  );
}

function SeeAll({ answer }: { answer: ViewAnswer }) {
  const { t } = useLingui();
  const sync = useSync();
  const seeAll = () => {
    const answered = sync.send("marks.see_all", { at: answer.at }, { quiet: true });
    for (const card of answer.buckets.flatMap(({ cards }) => cards)) act(card, () => null, answered);
  };
  return <Button icon="check" onPress={seeAll}>{t`Mark all as read`}</Button>;
}

type ContentProps = Pick<AnyViewProps, "name" | "reader" | "marked" | "empty"> & { view: ShownView; listKey: string };

function Content({ name, view, reader, marked, empty, listKey }: ContentProps) {
  const { t, i18n } = useLingui();
  const { card } = useSearch({ strict: false }) as { card?: string };
  const openCard = useOpenInPlace();
  const { answer, error } = view;
  const cards = useMemo(() => answer?.buckets.flatMap((bucket) => bucket.cards) ?? [], [answer]);
  if (!answer) {
    if (!error) return <Waiting />;
    const action = <Button icon="restore" onPress={view.again}>{t`Try again`}</Button>;
    return (
      <EmptyState icon="cloudOff" title={t`This view could not be loaded`} action={action}>
        {i18n._(problemText(error))}
      </EmptyState>
    );
  }
  const shown = { ...answer, buckets: answer.buckets.filter((bucket) => isShown(name, bucket)) };
  const isEmpty = cards.length === 0 && answer.buckets.every((bucket) => !bucket.count && !bucket.more);
  return (
    <>
      {isEmpty ? (
        empty
      ) : (
        <ViewList
          key={listKey}
          view={name}
          answer={shown}
          {...{ reader, marked, openCard }}
          isCovered={card !== undefined}
          onMore={view.more}
        />
      )}
      <CardInPlaceHost list={cards} />
    </>
  );
}

/** Dates keep their places, so that something can be put there; what is nothing but a state need not be said when nothing is in it. */
const isShown = (name: string, bucket: ViewBucket) =>
  (bucket.count ?? 0) > 0 ||
  bucket.more ||
  (name !== "attention" && name !== "new" && name !== "done" && bucket.id !== "overdue");

function Waiting() {
  const { t } = useLingui();
  return (
    <div className="views__waiting" role="status" aria-label={t`The view is loading`}>
      {[3, 4, 2].map((rows) => (
        <div key={rows}>
          <Skeleton className="views__waiting-title" />
          {Array.from({ length: rows }, (_, row) => (
            <Skeleton key={row} className="views__waiting-row" />
          ))}
        </div>
      ))}
    </div>
  );
}
