import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { ImportSummary } from "./sendExport";

/** What is in the file, and what stays behind. */
export function ImportSummaryList({ summary }: { summary: ImportSummary }) {
  const { t } = useLingui();
  const found = useLines(summary.counts);
  const lost = useLines(summary.left_out);
  return (
    <div className="import__summary" role="status">
      <p>{t`In this file:`}</p>
      <ul>
        {found.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {lost.length > 0 ? (
        <>
          <p>{t`Left out, because it belongs to people of the old board or cannot be read:`}</p>
          <ul>
            {lost.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

function useLines(counts: Record<string, number>): string[] {
  const { t } = useLingui();
  const words: Record<string, (count: number) => string> = {
    columns: (count) => t`${plural(count, { one: "# column", other: "# columns" })}`,
    tags: (count) => t`${plural(count, { one: "# tag", other: "# tags" })}`,
    cards: (count) => t`${plural(count, { one: "# task", other: "# tasks" })}`,
    items: (count) => t`${plural(count, { one: "# checklist item", other: "# checklist items" })}`,
    dependencies: (count) => t`${plural(count, { one: "# dependency", other: "# dependencies" })}`,
    messages: (count) => t`${plural(count, { one: "# message", other: "# messages" })}`,
    attachments: (count) => t`${plural(count, { one: "# attachment", other: "# attachments" })}`,
    versions: (count) => t`${plural(count, { one: "# file version", other: "# file versions" })}`,
    assignees: (count) => t`${plural(count, { one: "# assignment", other: "# assignments" })}`,
    reactions: (count) => t`${plural(count, { one: "# reaction", other: "# reactions" })}`,
  };
  return Object.entries(words).flatMap(([kind, word]) => (counts[kind] ? [word(counts[kind])] : []));
}
