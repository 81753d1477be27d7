import { useMemo } from "react";
import type { Match } from "./answer";
import "./Passage.css";

type Part = { text: string; isFound: boolean; at: number };

/** A text cut at the ends of what was found. Places beyond the text are left out. */
export function partsOf(text: string, marks: Match["marks"]): Part[] {
  const parts: Part[] = [];
  let at = 0;
  const add = (to: number, isFound: boolean) => {
    if (to > at) parts.push({ text: text.slice(at, to), isFound, at });
    at = Math.max(at, to);
  };
  for (const [from, to] of [...marks].sort((one, other) => one[0] - other[0])) {
    add(Math.min(from, text.length), false);
    add(Math.min(to, text.length), true);
  }
  add(text.length, false);
  return parts;
}

/** Text in which what was found is marked. It runs in its own direction, whatever that of the page. */
export function Passage({ text, marks, className }: { text: string; marks: Match["marks"]; className: string }) {
  const parts = useMemo(() => partsOf(text, marks), [text, marks]);
  return (
    <span className={className} dir="auto">
      {parts.map((part) =>
        part.isFound ? (
          <mark key={part.at} className="found">
            {part.text}
          </mark>
        ) : (
          part.text
        ),
      )}
    </span>
  );
}
