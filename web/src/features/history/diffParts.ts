import { changes } from "../../kits/textkit";

export type Part = { kind: "same" | "old" | "new"; text: string };

/** So much of what stayed is shown before and after each change. */
const AROUND = 60;

/** What of a text went, what came, and a little of what stands around it. Where most is different: all of the old, all of the new. */
export function diffParts(old: string, now: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  const changed = changes(old, now);
  const gone = changed.reduce((sum, { start, end }) => sum + end - start, 0);
  // A word here and there that both have by chance makes two texts in one unreadable.
  if (gone > old.length / 2 && changed.length > 1)
    return [
      { kind: "old", text: old },
      { kind: "new", text: now },
    ];
  for (const { start, end, text } of changed) {
    parts.push({ kind: "same", text: shortened(old.slice(at, start), at === 0, false) });
    parts.push({ kind: "old", text: old.slice(start, end) }, { kind: "new", text });
    at = end;
  }
  parts.push({ kind: "same", text: shortened(old.slice(at), false, true) });
  return parts.filter((part) => part.text !== "");
}

function shortened(text: string, isStart: boolean, isEnd: boolean): string {
  const head = isStart ? "" : text.slice(0, AROUND);
  const tail = isEnd ? "" : text.slice(-AROUND);
  return text.length <= head.length + tail.length ? text : `${head}…${tail}`;
}
