import { useEffect, useRef, useState } from "react";
import { ApiError } from "../../../kits/apikit";
import { refusalText } from "../../../ui/refusals";
import { type ImportSummary, sendExport } from "./sendExport";

export type ExportFile = {
  summary: ImportSummary | null;
  problem: string | null;
  isReading: boolean;
  choose: (file: File | undefined) => void;
};

/** The file somebody chose, as the server has read it; a newer choice drops the older. */
export function useExportFile(boardId: string): ExportFile {
  const [summary, setSummary] = useState<ImportSummary | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isReading, setReading] = useState(false);
  const reading = useRef<AbortController | null>(null);
  useEffect(() => () => reading.current?.abort(), []);
  const choose = async (file: File | undefined) => {
    reading.current?.abort();
    if (!file) return;
    const mine = new AbortController();
    reading.current = mine;
    setSummary(null);
    setProblem(null);
    setReading(true);
    try {
      const told = await sendExport(boardId, file, mine.signal);
      if (!mine.signal.aborted) setSummary(told);
    } catch (error) {
      if (mine.signal.aborted) return;
      if (!(error instanceof ApiError)) throw error;
      setProblem(refusalText(error.code, error.args));
    } finally {
      if (reading.current === mine) setReading(false);
    }
  };
  return { summary, problem, isReading, choose: (file) => void choose(file) };
}
