import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { ApiError } from "../../kits/apikit";
import { announce } from "../../ui/announce";
import { Button } from "../../ui/Button";
import { EmptyState } from "../../ui/EmptyState";
import { Icon } from "../../ui/icons";
import { problemText } from "../../ui/problems";
import { Skeleton } from "../../ui/Skeleton";
import { countOf, type SearchAnswer } from "./answer";
import type { Found } from "./useFound";

type SearchNoteProps = { found: Found; asked: string; isAsked: boolean; hasFilter: boolean; onClear: () => void };

const SAID_AFTER_MS = 600;

/** What there is to say besides the results: nothing asked, nothing found, no connection, a failure. How many there are is told to screen readers. */
export function SearchNote({ found, asked, isAsked, hasFilter, onClear }: SearchNoteProps) {
  const { t, i18n } = useLingui();
  const { answer, error, isOnDevice, isWaiting } = found;
  const isRefused = error instanceof ApiError && [400, 422].includes(error.status);
  const count = answer ? countOf(answer) : null;
  useCount(answer, isWaiting, asked);
  if (!isAsked)
    return hasFilter ? (
      <EmptyState icon="search" title={t`Type what you look for`}>
        {t`These filters alone pick out too many tasks to list them.`}
      </EmptyState>
    ) : (
      <EmptyState icon="search" title={t`Search everything you can read`}>
        {t`Titles, details, checklists, chat, names of files, boards and people. A number such as 12 finds the task of that number.`}
      </EmptyState>
    );
  return (
    <>
      {isOnDevice ? (
        <p className="search__note" role="status">
          <Icon name="cloudOff" size={16} />
          {t`No connection. Only tasks and boards kept on this device are looked through, by their names; everything else when you are online again.`}
        </p>
      ) : null}
      {error && !isOnDevice ? (
        <p className="search__note search__note--wrong" role="alert">
          <Icon name="warning" size={16} />
          {isRefused ? t`A filter in this address is not understood.` : i18n._(problemText(error))}
          {isRefused ? <Button size="small" onPress={onClear}>{t`Without filters`}</Button> : null}
        </p>
      ) : null}
      {answer?.is_cut ? (
        <p className="search__note">{t`So much text is more than is looked for: only its first words count.`}</p>
      ) : null}
      {count === 0 ? (
        <EmptyState icon="search" title={isOnDevice ? t`Nothing found on this device` : t`Nothing found`}>
          {isOnDevice
            ? t`Your words stay here and are looked for everywhere as soon as there is a connection.`
            : t`Try fewer or other words, or take a filter away.`}
        </EmptyState>
      ) : null}
      {count === null && isWaiting ? <Waiting /> : null}
    </>
  );
}

/** Tells screen readers how many there are, once for what was asked: results that others change are not told again and again. */
function useCount(answer: SearchAnswer | null, isWaiting: boolean, asked: string): void {
  const { t } = useLingui();
  const said = useRef("");
  const count = answer ? countOf(answer) : 0;
  const words = answer?.more
    ? t`More than ${answer.cards.length} results`
    : plural(count, { one: "# result", other: "# results" });
  const isThere = answer !== null && !isWaiting;
  useEffect(() => {
    const key = JSON.stringify([asked, count]);
    if (!isThere || said.current === key) return;
    const timer = setTimeout(() => {
      said.current = key;
      announce(count === 0 ? t`Nothing found` : words);
    }, SAID_AFTER_MS);
    return () => clearTimeout(timer);
  }, [asked, count, isThere, words, t]);
}

function Waiting() {
  return (
    <div className="results" aria-busy="true">
      {[1, 2, 3].map((line) => (
        <Skeleton key={line} className="search__skeleton" />
      ))}
    </div>
  );
}
