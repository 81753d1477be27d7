import { Trans, useLingui } from "@lingui/react/macro";
import { type ErrorComponentProps, Link } from "@tanstack/react-router";
import { Button, buttonClass } from "../ui/Button";
import { EmptyState } from "../ui/EmptyState";
import { usePageTitle } from "../ui/Frame";
import { problemText } from "../ui/problems";

export function NotFoundPage() {
  const { t } = useLingui();
  usePageTitle(t`Not found`);
  return (
    <main className="problem-page">
      <EmptyState
        level={1}
        icon="search"
        title={t`There is nothing at this address`}
        action={
          <Link to="/" className={buttonClass("primary", "large")}>
            <Trans>Go to my boards</Trans>
          </Link>
        }
      >
        <Trans>The link may be cut off, or what it led to was deleted, or you may not see it.</Trans>
      </EmptyState>
    </main>
  );
}

/** A page that fell over, or could not be loaded. Work on a board is in the outbox on this device and is not lost. */
export function ErrorPage({ error: thrown, reset }: ErrorComponentProps) {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const { t, i18n } = useLingui();
  usePageTitle(t`Something went wrong`);
  const isMissing = /dynamically imported module|module script/i.test(error.message);
  const isOld = isMissing && navigator.onLine;
  const problem = isMissing && !isOld ? { code: "offline" } : error;
  const isRequest = "code" in problem;
  return (
    <main className="problem-page">
      <EmptyState
        level={1}
        icon={isOld ? "info" : "warning"}
        title={isOld ? t`Tafla has a newer version` : t`This page could not be shown`}
        action={
          <>
            <Button
              look="primary"
              size="large"
              icon="restore"
              onPress={() => (isRequest && !isMissing ? reset() : location.reload())}
            >
              {isRequest ? t`Try again` : t`Reload the page`}
            </Button>
            <Link to="/" className={buttonClass("plain", "large")} onClick={reset}>
              <Trans>Go to my boards</Trans>
            </Link>
          </>
        }
      >
        {isOld ? (
          <Trans>Reload the page to get it. Your work is kept.</Trans>
        ) : isRequest ? (
          i18n._(problemText(problem))
        ) : (
          <Trans>
            Reload it. What you did is kept on this device and sent when the page runs again. If it happens again, tell
            whoever runs this Tafla.
          </Trans>
        )}
      </EmptyState>
      {isOld || isRequest ? null : (
        <details className="problem-page__details">
          <summary>
            <Trans>For the report</Trans>
          </summary>
          <pre dir="ltr">{error.stack ?? error.message}</pre>
        </details>
      )}
    </main>
  );
}
