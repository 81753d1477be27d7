const ITEM = /^((?:[ \t]|>|[-*+]|\d{1,9}[.)])*(?:[-*+]|\d{1,9}[.)])[ \t]+)\[[ xX]\](?=\s|$)/;

/** The text with the task on this line done or not; the same text where no task is. */
export function setTask(text: string, line: number, isDone: boolean): string {
  const lines = text.split("\n");
  lines[line] = (lines[line] ?? "").replace(ITEM, `$1[${isDone ? "x" : " "}]`);
  return line < lines.length ? lines.join("\n") : text;
}
