import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { changes } from "../../../kits/textkit";

/** A whole text with what went struck through and what came underlined. */
export function TextDifference({ old, now }: { old: string; now: string }) {
  const { t } = useLingui();
  const shown: ReactNode[] = [];
  let at = 0;
  for (const { start, end, text } of changes(old, now)) {
    shown.push(old.slice(at, start));
    if (end > start) shown.push(<del key={`-${start}`}>{old.slice(start, end)}</del>);
    if (text) shown.push(<ins key={`+${start}`}>{text}</ins>);
    at = end;
  }
  if (old === now) return <p className="difference__none">{t`The texts are the same.`}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by arrow keys
    <section className="difference" dir="auto" tabIndex={0} aria-label={t`What changed`}>
      {shown}
      {old.slice(at)}
    </section>
  );
}
