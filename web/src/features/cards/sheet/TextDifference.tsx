import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { changes } from "../../../kits/textkit";

/** What changed, or all of the old for all of the new: a word here and there that both have by chance makes two texts unreadable. */
function differences(old: string, now: string): ReturnType<typeof changes> {
  const found = changes(old, now);
  const gone = found.reduce((sum, { start, end }) => sum + end - start, 0);
  return gone > old.length / 2 && found.length > 1 ? [{ start: 0, end: old.length, text: now }] : found;
}

/** A whole text with what went struck through and what came underlined. */
export function TextDifference({ old, now }: { old: string; now: string }) {
  const { t } = useLingui();
  const shown: ReactNode[] = [];
  let at = 0;
  for (const { start, end, text } of differences(old, now)) {
    shown.push(old.slice(at, start));
    if (end > start) shown.push(<del key={`-${start}`}>{old.slice(start, end)}</del>);
    if (end - start === old.length && text) shown.push("\n\n");
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
