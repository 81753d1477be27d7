import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "../../../../ui/Button";
import { FormProblem } from "../../../../ui/Field";
import { toasts } from "../../../../ui/toasts";
import { useBoard } from "../../boardTools";
import { Group } from "../Group";
import { type ExportFormat, type ExportProblem, exportBoard } from "./exportBoard";

/** The whole board as a file; the browser shows how far its download is. */
export function ExportGroup() {
  const { t } = useLingui();
  const { boardId, zone } = useBoard();
  const [problem, setProblem] = useState<ExportProblem | null>(null);
  const words: Record<ExportProblem, string> = {
    offline: t`There is no connection. Try again when there is one.`,
    busy: t`Several boards are being exported just now. Try again in a minute.`,
    gone: t`You may not export this board any more.`,
    failed: t`The export failed. Try again in a moment.`,
  };
  const formats: readonly { id: ExportFormat; label: string }[] = [
    { id: "xlsx", label: t`Export to Excel` },
    { id: "html", label: t`HTML` },
    { id: "zip", label: t`JSON with files` },
  ];
  const begin = async (format: ExportFormat) => {
    setProblem(null);
    const found = await exportBoard(boardId, format, zone);
    if (found) return setProblem(found);
    toasts.add({ kind: "info", text: t`The export is being made. Its download begins in a moment.` });
  };
  return (
    <Group title={t`Export`}>
      <p className="board-settings__muted">
        {t`Excel has all there is, a row for each task. HTML is for reading and printing. JSON with files can be read back.`}
      </p>
      <div className="board-settings__buttons">
        {formats.map(({ id, label }) => (
          <Button key={id} icon="download" onPress={() => void begin(id)}>
            {label}
          </Button>
        ))}
      </div>
      {problem ? <FormProblem>{words[problem]}</FormProblem> : null}
    </Group>
  );
}
