import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "../../../../ui/Button";
import { FormProblem } from "../../../../ui/Field";
import { toasts } from "../../../../ui/toasts";
import { useBoard } from "../../boardTools";
import { Group } from "../Group";
import { type ExportFormat, type ExportProblem, exportBoard } from "./exportBoard";
import { useExportWords } from "./useExportWords";

/** The whole board as a file; the browser shows how far its download is. */
export function ExportGroup() {
  const { t } = useLingui();
  const { boardId, zone } = useBoard();
  const [problem, setProblem] = useState<ExportProblem | null>(null);
  const words = useExportWords();
  const begin = async (format: ExportFormat) => {
    setProblem(null);
    const found = await exportBoard(boardId, format, zone);
    if (found) return setProblem(found);
    toasts.add({ kind: "info", text: words.begun });
  };
  return (
    <Group title={t`Export`}>
      <p className="board-settings__muted">
        {t`Excel has all there is, a row for each task. HTML is for reading and printing. JSON with files can be read back.`}
      </p>
      <div className="board-settings__buttons">
        {words.formats.map(({ id, label }) => (
          <Button key={id} icon="download" onPress={() => void begin(id)}>
            {label}
          </Button>
        ))}
      </div>
      {problem ? <FormProblem>{words.problems[problem]}</FormProblem> : null}
    </Group>
  );
}
