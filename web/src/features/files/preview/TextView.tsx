import { useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import type { AttachmentRow } from "../../../contracts/rows";
import { fileSize } from "../../../kits/formats";
import { classes } from "../../../ui/classes";
import { useLocale } from "../../../ui/language";
import { Skeleton } from "../../../ui/Skeleton";
import { isCode } from "../fileKinds";

/** More of a long file would hold the page. */
const MOST_BYTES = 200 * 1024;

type TextViewProps = { row: AttachmentRow; address: string; onBroken: () => void };

/** The beginning of a text; code in letters of one width. */
export function TextView({ row, address, onBroken }: TextViewProps) {
  const { t } = useLingui();
  const locale = useLocale();
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    readStart(address, leaving.signal).then(setText, () => leaving.signal.aborted || onBroken());
    return () => leaving.abort();
  }, [address, onBroken]);
  const most = fileSize(MOST_BYTES, locale);
  if (text === null) return <Skeleton className="preview__skeleton" />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keys
    <div className="preview__scroll" tabIndex={0}>
      {row.size > MOST_BYTES ? (
        <p className="preview__note">{t`These are the first ${most}. Download the file for all of it.`}</p>
      ) : null}
      <pre
        className={classes("preview__text", isCode(row) && "preview__text--code")}
        dir={isCode(row) ? "ltr" : "auto"}
      >
        {text}
      </pre>
    </div>
  );
}

async function readStart(address: string, signal: AbortSignal): Promise<string> {
  const answer = await fetch(address, { headers: { Range: `bytes=0-${MOST_BYTES - 1}` }, signal });
  if (!answer.ok) throw new Error(`${answer.status}`);
  // A letter may be cut in half at the end: streaming leaves it out.
  return new TextDecoder().decode(await answer.arrayBuffer(), { stream: true });
}
