import { useState } from "react";

/** Words kept on the device under a key, such as which buckets are folded. */
export function useKeptWords(key: string): [ReadonlySet<string>, (word: string, isIn: boolean) => void] {
  const [words, setWords] = useState(() => recall(key));
  const set = (word: string, isIn: boolean) => {
    const next = new Set(words);
    if (isIn) next.add(word);
    else next.delete(word);
    setWords(next);
    try {
      localStorage.setItem(key, JSON.stringify([...next]));
    } catch {
      // Without storage it is so until the page is left.
    }
  };
  return [words, set];
}

function recall(key: string): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return new Set(Array.isArray(kept) ? kept.filter((word) => typeof word === "string") : []);
  } catch {
    return new Set();
  }
}
