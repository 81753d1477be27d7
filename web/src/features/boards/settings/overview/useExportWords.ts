import { useLingui } from "@lingui/react/macro";
import type { ExportFormat, ExportProblem } from "./exportBoard";

type ExportWords = {
  formats: readonly { id: ExportFormat; label: string; title: string }[];
  problems: Record<ExportProblem, string>;
  begun: string;
};

/** What exports are called where the word stands above them (`label`) and where it does not (`title`), and how they went. */
export function useExportWords(): ExportWords {
  const { t } = useLingui();
  return {
    formats: [
      { id: "xlsx", label: t`Export to Excel`, title: t`Export to Excel` },
      { id: "html", label: t`HTML`, title: t`Export to HTML` },
      { id: "zip", label: t`JSON with files`, title: t`Export as JSON with files` },
    ],
    problems: {
      offline: t`There is no connection. Try again when there is one.`,
      busy: t`Several boards are being exported just now. Try again in a minute.`,
      gone: t`You may not export this board any more.`,
      failed: t`The export failed. Try again in a moment.`,
    },
    begun: t`The export is being made. Its download begins in a moment.`,
  };
}
