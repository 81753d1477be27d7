export type ItemLine = { text: string; done: boolean };

const MARK = /^\s*(?:[-*+•–]\s+|\d{1,3}[.)]\s+)?/;
const BOX = /^(?:\[([ xX✓✔]?)\]|([☐☑✅✓✔]))\s+/u;
const TICKS = "xX✓✔☑✅";

/** The items a pasted text holds: one a line, without list marks; a ticked box means done. */
export function itemLines(text: string): ItemLine[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(itemLine)
    .filter((line) => line.text !== "");
}

function itemLine(line: string): ItemLine {
  // The space at the end lets a mark without words be one.
  const words = `${line} `.replace(MARK, "");
  const box = BOX.exec(words);
  const mark = box ? (box[1] ?? box[2] ?? "") : "";
  return { text: words.slice(box?.[0].length ?? 0).trim(), done: mark.trim() !== "" && TICKS.includes(mark) };
}
