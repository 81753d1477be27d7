import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useEffect } from "react";
import { ApiError } from "../../kits/apikit";
import { announce } from "../../ui/announce";
import { Button } from "../../ui/Button";
import { EmptyState } from "../../ui/EmptyState";
import { Icon } from "../../ui/icons";
import { problemText } from "../../ui/problems";
import { Skeleton } from "../../ui/Skeleton";
import type { Found } from "./useFound";

type SearchNoteProps = { found: Found; isAsked: boolean; hasFilter: boolean; onClear: () => void };

const SAID_AFTER_MS = 600;

/** What there is to say besides the results: nothing asked, nothing found, no connection, a failure. How many there are is told to screen readers. */
export function SearchNote({ found, isAsked, hasFilter, onClear }: SearchNoteProps) {
  const { t, i18n } = useLingui();
  const { answer, error, isOnDevice, isWaiting } = found;
  const isRefused = error instanceof ApiError && [400, 422].includes(error.status);
  const count = answer ? answer.cards.length + answer.boards.length + answer.people.length : null;
  useEffect(() => {
    if (count === null) return;
    const words = count === 0 ? t`Nothing found` : plural(count, { one: "# result", other: "# results" });
    const timer = setTimeout(() => announce(words), SAID_AFTER_MS);
    return () => clearTimeout(timer);
  }, [count, t]);
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
          {t`No connection. These are tasks and boards kept on this device, found by their names.`}
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
        <EmptyState icon="search" title={t`Nothing found`}>
          {t`Try fewer or other words, or take a filter away.`}
        </EmptyState>
      ) : null}
      {count === null && isWaiting ? <Waiting /> : null}
    </>
  );
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
