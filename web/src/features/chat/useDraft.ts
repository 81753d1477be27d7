import { useCallback, useState } from "react";
import { drafts } from "../../sync/hooks";
import { nothingWritten, type Written } from "./mentionText";

export type Draft = Written & { replyTo: string | null };

const EMPTY: Draft = { ...nothingWritten(), replyTo: null };

/** What is being written under a key; it survives the closing of the talk and of the page. */
export function useDraft(key: string): [Draft, (change: Partial<Draft>) => void] {
  const [draft, setDraft] = useState(() => read(key));
  const change = useCallback(
    (fields: Partial<Draft>) =>
      setDraft((old) => {
        const next = { ...old, ...fields };
        drafts.set(key, next.text || next.replyTo ? JSON.stringify(next) : null);
        return next;
      }),
    [key],
  );
  return [draft, change];
}

function read(key: string): Draft {
  try {
    const found = JSON.parse(drafts.get(key) ?? "null") as Partial<Draft> | null;
    return typeof found?.text === "string" ? { ...EMPTY, ...found } : EMPTY;
  } catch {
    return EMPTY;
  }
}
