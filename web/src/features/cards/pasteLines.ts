/** The tasks a pasted text holds: one a line, without list marks, empty lines and the spaces round them. */
export function pasteLines(text: string): string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) =>
      line
        .replace(/^\s*(?:[-*+•–]\s+)?(?:\[[ xX]?\]\s+)?/, "")
        .replace(/^\d{1,3}[.)]\s+/, "")
        .trim(),
    )
    .filter((line) => line !== "");
}
